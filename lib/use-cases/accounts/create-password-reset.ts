import { createPasswordResetContract } from '@/lib/contracts/workspace'
import { isBeyond, readMember } from '@/lib/db/members'
import { insertPasswordReset } from '@/lib/db/password-resets'
import { AppError } from '@/lib/platform/app-error'
import { publicOrigin } from '@/lib/platform/env'
import { hashSecret, newSecret } from '@/lib/platform/secrets'
import { defineCommand } from '../define'
import { resetPath } from './links'

const MINUTES = 30

/** Makes a link with which a member sets a new password. Whoever holds it takes the account over, so it must not reach beyond the actor's desks. */
export const createPasswordReset = defineCommand({
  contract: createPasswordResetContract,
  action: 'password-reset.create',
  lock: 'none',
  load: (tx, actor, { memberId }) => readMember(tx, actor, memberId),
  async run({ tx, actor, resource: member, at }) {
    if (member.removedAt) throw new AppError('conflict', 'This person has left the desk. Invite them again.')
    if (await isBeyond(tx, member.userId, actor.userId)) {
      throw new AppError(
        'conflict',
        'This person also belongs to a desk you do not administer, which a new password would open to you. Ask its administrator.',
      )
    }
    const token = newSecret()
    const expiresAt = await insertPasswordReset(
      tx,
      { userId: member.userId, tokenHash: hashSecret(token) },
      at,
      MINUTES,
    )
    const event = { type: 'password-reset.created', ids: { member: member.id } }
    return {
      value: { url: `${publicOrigin()}${resetPath(token)}`, expiresAt: expiresAt.toISOString() },
      events: [event],
    }
  },
  present: async (_tx, _actor, value) => value,
})
