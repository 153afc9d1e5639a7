import { verifyPassword } from '@/lib/adapters/password'
import { acceptInviteContract } from '@/lib/contracts/workspace'
import type { Tx } from '@/lib/db/client'
import { appendEvents } from '@/lib/db/events'
import { findOpenInvite, lockInvite, markAccepted } from '@/lib/db/invites'
import { isActiveMember } from '@/lib/db/members'
import { isUniqueViolation } from '@/lib/db/transaction'
import { findUserByEmail, insertUser } from '@/lib/db/users'
import { readSettings, reviseWorkspace } from '@/lib/db/workspace'
import type { Actor } from '@/lib/domain/actor'
import { AppError } from '@/lib/platform/app-error'
import { hashSecret } from '@/lib/platform/secrets'
import { definePublicCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { addMember } from '../workspace/add-member'
import { choosePassword } from './choose-password'
import { countPasswordAttempt, forgivePasswordAttempts } from './password-attempts'
import { inviteEnded } from './read-invite'

type Joiner = { email: string; password: string; name: string | undefined; deskName: string; address: string }

/**
 * Joins a desk: with a name and a password of one's own, or, where the address has an account, with its password. The
 * first administrator of a new desk also names it. An invitation works once.
 */
export const acceptInvite = definePublicCommand({
  contract: acceptInviteContract,
  async run({ tx, input, at, meta }) {
    const tokenHash = hashSecret(input.token)
    await lockInvite(tx, tokenHash)
    const invite = await findOpenInvite(tx, tokenHash, at)
    if (!invite) throw inviteEnded()
    const email = invite.email ?? input.email
    if (!email) throw invalidInput('email', 'Give the e-mail address you will sign in with.')

    const { workspace, role } = invite
    const deskName = invite.isSetUp && input.workspaceName ? input.workspaceName : workspace.name
    const { password, name } = input
    const joiner = { email, password, name, deskName, address: meta.address ?? 'unknown' }
    const userId = await accountOf(tx, joiner, at)
    if (await isActiveMember(tx, workspace.id, userId)) {
      throw new AppError('conflict', 'You are a member of this desk already. Sign in.')
    }
    const { actor, seq } = await addMember(tx, { workspaceId: workspace.id, userId, role, inviteId: invite.id }, at)
    await markAccepted(tx, invite.id, actor.memberId, at)
    const renamed = deskName === workspace.name ? seq : await rename(tx, actor, deskName, at)
    return { reply: { email }, announce: { streamId: workspace.id, seq: renamed } }
  },
})

/** The account the joiner proves is theirs, or a new one. */
async function accountOf(tx: Tx, joiner: Joiner, at: Date): Promise<string> {
  const { email, password, name, deskName, address } = joiner
  const known = await findUserByEmail(tx, email)
  if (known) {
    await countPasswordAttempt(email, address)
    if (!(await verifyPassword(known.passwordHash, password))) {
      throw invalidInput('password', 'You have an account already, and this is not its password.')
    }
    await forgivePasswordAttempts(email, address)
    return known.id
  }
  if (!name) throw invalidInput('name', 'Say what the desk should call you.')
  const passwordHash = await choosePassword(password, { email, deskName, path: 'password' })
  try {
    return (await insertUser(tx, { email, name, passwordHash }, at)).id
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError(
      'conflict',
      'An account with this e-mail address was made just now. Send this again with its password.',
    )
  }
}

async function rename(tx: Tx, actor: Actor, name: string, at: Date): Promise<number> {
  const { workspaceId, memberId } = actor
  const { settings, version } = await readSettings(tx, workspaceId)
  const number = version + 1
  const contentHash = await reviseWorkspace(tx, { workspaceId, authorId: memberId, at }, number, { ...settings, name })
  const event = { type: 'workspace.edited', ids: { revision: number }, contentHash }
  return await appendEvents(tx, { id: workspaceId, workspaceId }, memberId, at, [event])
}
