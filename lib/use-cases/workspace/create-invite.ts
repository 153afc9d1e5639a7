import { createInviteContract } from '@/lib/contracts/workspace'
import { insertInvite, readInviteRow } from '@/lib/db/invites'
import { isActiveMember } from '@/lib/db/members'
import { findUserByEmail } from '@/lib/db/users'
import { AppError } from '@/lib/platform/app-error'
import { publicOrigin } from '@/lib/platform/env'
import { hashSecret, newSecret } from '@/lib/platform/secrets'
import { invitePath } from '../accounts/links'
import { defineCommand } from '../define'

/** How long an invitation works when nobody takes it back. */
export const INVITE_DAYS = 7

/** Makes a single-use link that brings one person in; shown once, stored as a hash. */
export const createInvite = defineCommand({
  contract: createInviteContract,
  action: 'invite.create',
  lock: 'none',
  load: async () => null,
  async run({ tx, actor, input, at }) {
    const { workspaceId, memberId } = actor
    const { email, role } = input
    const known = await findUserByEmail(tx, email)
    if (known && (await isActiveMember(tx, workspaceId, known.id))) {
      throw new AppError('conflict', 'A member of this desk has this e-mail address already.')
    }
    const token = newSecret()
    const draft = { workspaceId, email, role, tokenHash: hashSecret(token), createdById: memberId }
    const { id, contentHash } = await insertInvite(tx, draft, at, INVITE_DAYS)
    return { value: { id, token }, events: [{ type: 'invite.created', ids: { invite: id, role }, contentHash }] }
  },
  present: async (tx, actor, { id, token }) => ({
    ...(await readInviteRow(tx, actor, id)),
    url: `${publicOrigin()}${invitePath(token)}`,
  }),
})
