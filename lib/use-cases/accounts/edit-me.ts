import { verifyPassword } from '@/lib/adapters/password'
import { editMeContract } from '@/lib/contracts/workspace'
import { readSelf } from '@/lib/db/members'
import { revokeSessionsOf } from '@/lib/db/sessions'
import { readUser, updateUser } from '@/lib/db/users'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { choosePassword } from './choose-password'
import { countPasswordAttempt, forgivePasswordAttempts } from './password-attempts'

/** Changes one's own name or password. A new password ends every other session at once. */
export const editMe = defineCommand({
  contract: editMeContract,
  action: 'workspace.read',
  lock: 'none',
  load: (tx, actor) => readUser(tx, actor.userId),
  async run({ tx, actor, input, resource: user, at, meta }) {
    const { name, currentPassword, newPassword } = input
    if (newPassword !== undefined) {
      if (currentPassword === undefined) throw invalidInput('currentPassword', 'Give your current password too.')
      const address = meta.address ?? 'unknown'
      await countPasswordAttempt(user.email, address)
      if (!(await verifyPassword(user.passwordHash, currentPassword))) {
        throw invalidInput('currentPassword', 'This is not your current password.')
      }
      await forgivePasswordAttempts(user.email, address)
      const { workspace } = await readSelf(tx, actor)
      const choice = { email: user.email, deskName: workspace.name, path: 'newPassword' }
      await updateUser(tx, user.id, { passwordHash: await choosePassword(newPassword, choice) })
      await revokeSessionsOf(tx, user.id, at, meta.sessionId)
    }
    if (name !== undefined) await updateUser(tx, user.id, { name })
    return { value: null, events: [] }
  },
  present: (tx, actor) => readSelf(tx, actor),
})
