import { resetPasswordContract } from '@/lib/contracts/workspace'
import { consumePasswordReset } from '@/lib/db/password-resets'
import { revokeSessionsOf } from '@/lib/db/sessions'
import { readUser, updateUser } from '@/lib/db/users'
import { AppError } from '@/lib/platform/app-error'
import { hashSecret } from '@/lib/platform/secrets'
import { definePublicCommand } from '../define'
import { choosePassword } from './choose-password'

/** Sets a new password by a reset link, which uses up every such link of the person and ends all their sessions. */
export const resetPassword = definePublicCommand({
  contract: resetPasswordContract,
  async run({ tx, input, at }) {
    const userId = await consumePasswordReset(tx, hashSecret(input.token), at)
    if (!userId) {
      throw new AppError(
        'not-found',
        'This link has been used or has ended; each works once, for 30 minutes. Ask an administrator for a new one.',
      )
    }
    const { email } = await readUser(tx, userId)
    // A refused password rolls back, so that the link still works for a better one.
    const passwordHash = await choosePassword(input.password, { email, deskName: '', path: 'password' })
    await updateUser(tx, userId, { passwordHash })
    await revokeSessionsOf(tx, userId, at)
    return { reply: { email } }
  },
})
