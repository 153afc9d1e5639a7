import { readInviteContract } from '@/lib/contracts/workspace'
import { findOpenInvite } from '@/lib/db/invites'
import { findUserByEmail } from '@/lib/db/users'
import { AppError } from '@/lib/platform/app-error'
import { hashSecret } from '@/lib/platform/secrets'
import { definePublicCommand } from '../define'

/** What an invitation offers to whoever holds it. */
export const readInvite = definePublicCommand({
  contract: readInviteContract,
  async run({ tx, input, at }) {
    const invite = await findOpenInvite(tx, hashSecret(input.token), at)
    if (!invite) throw inviteEnded()
    const hasAccount = invite.email !== null && (await findUserByEmail(tx, invite.email)) !== null
    const { email, role, isSetUp, workspace } = invite
    return { reply: { workspaceName: workspace.name, email, role, isSetUp, hasAccount } }
  },
})

/** Unknown, used, taken back and ended look the same. */
export function inviteEnded(): AppError {
  return new AppError(
    'not-found',
    'This invitation has been used, was taken back or has ended. Ask an administrator of the desk for a new one.',
  )
}
