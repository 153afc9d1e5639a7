import { revokeInviteContract } from '@/lib/contracts/workspace'
import { readInviteRow, revokeInviteRow } from '@/lib/db/invites'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'

/** Takes an invitation back. One that was taken back stays so; one that was used made a member. */
export const revokeInvite = defineCommand({
  contract: revokeInviteContract,
  action: 'invite.revoke',
  lock: 'none',
  load: (tx, actor, { inviteId }) => readInviteRow(tx, actor, inviteId),
  async run({ tx, actor, resource: { id, state }, at }) {
    const isRevoked = await revokeInviteRow(tx, actor, id, at)
    if (!isRevoked && state !== 'REVOKED') {
      throw new AppError('conflict', 'This invitation has been used. To end the membership, remove the member.')
    }
    return { value: id, events: isRevoked ? [{ type: 'invite.revoked', ids: { invite: id } }] : [] }
  },
  present: async (tx, actor, id) => ({ ...(await readInviteRow(tx, actor, id)), url: null }),
})
