import { hashPassword } from '../../lib/adapters/password'
import { db, type Tx } from '../../lib/db/client'
import { clockOf } from '../../lib/db/clock'
import { lockSetUp } from '../../lib/db/workspace-setup'
import type { Actor } from '../../lib/domain/actor'
import { DEMO_PASSWORD } from '../../lib/platform/demo-accounts'
import { addMember } from '../../lib/use-cases/workspace/add-member'
import { createWorkspace } from '../../lib/use-cases/workspace/create-workspace'
import { DEMO } from './demo-data'
import type { DemoPeople } from './people'

const DESK = {
  name: 'Demo desk',
  isSample: true,
  funding:
    'This is a demo desk: it has no funders. A desk says here who pays for its work and what they may not ask of it.',
  correctionsPolicy:
    'When a check turns out to be wrong or incomplete we correct it in public, with the date and the reason, and keep what it said before.',
  contactEmail: 'corrections@demo.example',
}

/**
 * The people of the demo desk, which is made with them if the database holds no desk at all; null where it holds another.
 * One transaction: a load that was cut off left either nothing or a whole desk to go on with.
 */
export async function openDemoDesk(): Promise<DemoPeople | null> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  return await db().$transaction(
    async tx => {
      await lockSetUp(tx)
      if ((await tx.workspace.count()) > 0) return await findPeople(tx)
      const at = await clockOf(tx)
      const { id: workspaceId } = await createWorkspace(tx, DESK, at)
      const people = new Map<string, Actor>()
      for (const { id, name, email, role } of DEMO.people) {
        const user = await tx.user.create({ data: { name, email, passwordHash, createdAt: at } })
        people.set(id, (await addMember(tx, { workspaceId, userId: user.id, role }, at)).actor)
      }
      return people
    },
    { timeout: 30_000 },
  )
}

async function findPeople(tx: Tx): Promise<DemoPeople | null> {
  const members = await tx.member.findMany({
    where: { workspace: { isSample: true }, user: { email: { in: DEMO.people.map(({ email }) => email) } } },
    include: { user: { select: { name: true, email: true } } },
  })
  const people = new Map<string, Actor>()
  for (const { id } of DEMO.people) {
    const email = DEMO.people.find(person => person.id === id)?.email
    const member = members.find(({ user }) => user.email === email)
    if (!member || member.removedAt) return null
    const { workspaceId, userId, role, user } = member
    people.set(id, { workspaceId, memberId: member.id, userId, role, name: user.name })
  }
  return people
}
