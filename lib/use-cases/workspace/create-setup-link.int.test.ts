import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { acceptInvite } from '../accounts/accept-invite'
import { readInvite } from '../accounts/read-invite'
import { createSetupLink } from './create-setup-link'

const founder = { name: 'Founder', password: 'walnut river lantern nine', workspaceName: 'River desk' }

/** As on a database where nobody administers anything: the worker's other desks are put aside for the test. */
async function withoutAdmins<T>(work: () => Promise<T>): Promise<T> {
  const { count } = await db().member.updateMany({
    where: { role: 'ADMIN', removedAt: null },
    data: { removedAt: new Date(0) },
  })
  try {
    return await work()
  } finally {
    if (count) await db().member.updateMany({ where: { removedAt: new Date(0) }, data: { removedAt: null } })
  }
}

describe('the set-up link', () => {
  it('makes the first administrator of a desk they name, once', () =>
    withoutAdmins(async () => {
      const token = (await createSetupLink())?.replace('/invite/', '') ?? ''
      expect(await readInvite.execute(null, { token })).toMatchObject({ email: null, role: 'ADMIN', isSetUp: true })
      const email = `founder.${Date.now()}@desk.example`
      expect(await refusalOf(acceptInvite.execute(null, { token, ...founder }))).toMatchObject({
        details: { errors: [{ path: 'email' }] },
      })
      expect(await acceptInvite.execute(null, { token, email, ...founder })).toEqual({ email })
      const member = await db().member.findFirstOrThrow({ where: { user: { email } }, include: { workspace: true } })
      expect(member).toMatchObject({ role: 'ADMIN', workspace: { name: 'River desk', version: 2 } })
      const { types, broken } = await historyOf(member.workspaceId)
      expect(types.slice(-3)).toEqual(['invite.created', 'member.joined', 'workspace.edited'])
      expect(broken).toBeNull()
      expect(await createSetupLink()).toBeNull()
      expect((await refusalOf(acceptInvite.execute(null, { token, email, ...founder }))).code).toBe('not-found')
      await db().member.update({ where: { id: member.id }, data: { removedAt: new Date() } })
    }))

  it('replaces an earlier one that nobody used, for the same desk, also when instances start at once', () =>
    withoutAdmins(async () => {
      const first = (await createSetupLink())?.replace('/invite/', '') ?? ''
      const desks = await db().workspace.count()
      const links = await Promise.all([createSetupLink(), createSetupLink(), createSetupLink()])
      expect(await db().workspace.count()).toBe(desks)
      expect((await refusalOf(readInvite.execute(null, { token: first }))).code).toBe('not-found')
      const open = await Promise.allSettled(
        links.map(link => readInvite.execute(null, { token: link?.replace('/invite/', '') })),
      )
      expect(open.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }))
})
