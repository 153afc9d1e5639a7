import { readFileSync } from 'node:fs'
import { hashPassword } from '../../lib/adapters/password'
import { db } from '../../lib/db/client'
import { clockOf } from '../../lib/db/clock'
import type { Actor } from '../../lib/domain/actor'
import { DEMO_PASSWORD } from '../../lib/platform/demo-accounts'
import { createStatement } from '../../lib/use-cases/statements/create-statement'
import { addMember } from '../../lib/use-cases/workspace/add-member'
import { createWorkspace } from '../../lib/use-cases/workspace/create-workspace'
import { DEMO } from './demo-data'
import { loadClaim } from './load-claim'
import { publishDemo } from './publish-demo'

/** The people of the demo desk by the ids of demo.json. */
export type DemoPeople = ReadonlyMap<string, Actor>

/**
 * Builds the demo desk through the same use cases that people use, so that its histories, seals and hashes are real.
 * Returns the desk's id. `shareToken` becomes the token of its one public link.
 */
export async function loadDemoDesk(statementFile: string, shareToken: string): Promise<string> {
  const { workspaceId, people } = await openDesk()
  const { title, claimant, claimantRole, appearance, saidOn, language, context } = DEMO.statement
  const almond = personOf(people, 'r1')
  const statement = await createStatement.execute(almond, {
    title,
    claimant,
    claimantRole,
    appearance,
    saidOn,
    language,
    context,
    text: readFileSync(statementFile, 'utf8'),
  })
  for (const claim of DEMO.claims) await loadClaim(people, statement.id, claim)
  await publishDemo(personOf(people, 'e1'), statement.id, shareToken)
  return workspaceId
}

async function openDesk(): Promise<{ workspaceId: string; people: DemoPeople }> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  return await db().$transaction(
    async tx => {
      const at = await clockOf(tx)
      const { id: workspaceId } = await createWorkspace(
        tx,
        {
          name: 'Demo desk',
          isSample: true,
          funding:
            'This is a demo desk: it has no funders. A desk says here who pays for its work and what they may not ask of it.',
          correctionsPolicy:
            'When a check turns out to be wrong or incomplete we correct it in public, with the date and the reason, and keep what it said before.',
          contactEmail: 'corrections@demo.example',
        },
        at,
      )
      const people = new Map<string, Actor>()
      for (const { id, name, email, role } of DEMO.people) {
        const user = await tx.user.create({ data: { name, email, passwordHash, createdAt: at } })
        people.set(id, (await addMember(tx, { workspaceId, userId: user.id, role }, at)).actor)
      }
      return { workspaceId, people }
    },
    { timeout: 30_000 },
  )
}

/** Someone of demo.json. Throws for an id it does not have. */
export function personOf(people: DemoPeople, id: string): Actor {
  const person = people.get(id)
  if (!person) throw new Error(`demo.json names a person ${id} that it does not describe`)
  return person
}
