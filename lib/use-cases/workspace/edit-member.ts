import { editMemberContract } from '@/lib/contracts/workspace'
import { changeMember, countOtherAdmins, readMember, removeMember } from '@/lib/db/members'
import { AppError } from '@/lib/platform/app-error'
import { log } from '@/lib/platform/log'
import { defineCommand, type Operation } from '../define'
import { invalidInput } from '../invalid-input'
import { closeCompleteRounds } from '../rounds/close-complete-rounds'

/**
 * Changes a member, then closes the rounds that waited for them alone: each under its own statement's lock, so after the
 * change. Should that fail, housekeeping does it later.
 */
export const editMember: Operation<typeof editMemberContract> = {
  contract: editMemberContract,
  async execute(actor, input, meta) {
    const member = await changeMemberCommand.execute(actor, input, meta)
    if (actor && (member.removedAt !== null || member.isTrainee)) {
      await closeCompleteRounds({ workspaceId: actor.workspaceId }).catch(error =>
        log.error({ err: error }, 'rounds that wait for nobody were left open'),
      )
    }
    return member
  },
}

/**
 * Changes a member's role, whether they are a trainee, or removes them, effective at their next request. A desk always
 * keeps an administrator; who becomes an editor is no trainee any more.
 */
const changeMemberCommand = defineCommand({
  contract: editMemberContract,
  action: 'member.edit',
  lock: 'workspace',
  load: (tx, actor, { memberId }) => readMember(tx, actor, memberId),
  async run({ tx, actor, input, resource: member, at }) {
    const { id } = member
    if (input.version !== member.version) {
      throw new AppError('stale-version', 'Someone changed this member meanwhile. Look again, then repeat.', {
        current: member,
      })
    }
    if (member.removedAt) {
      if (input.removed === true && input.role === undefined && input.isTrainee === undefined)
        return { value: id, events: [] }
      throw new AppError('conflict', 'This person has left the desk. Invite them again.')
    }
    const isDemoted = input.role !== undefined && input.role !== 'ADMIN'
    const losesAdmin = member.role === 'ADMIN' && (isDemoted || input.removed === true)
    if (losesAdmin && (await countOtherAdmins(tx, actor.workspaceId, id)) === 0) {
      throw new AppError('conflict', 'This is the desk’s only administrator. Make someone else one first.')
    }
    if (input.removed) {
      await removeMember(tx, actor.workspaceId, id, at)
      return { value: id, events: [{ type: 'member.removed', ids: { member: id } }] }
    }
    const role = input.role ?? member.role
    const isTrainee = role === 'REVIEWER' && (input.isTrainee ?? member.isTrainee)
    if (input.isTrainee === true && !isTrainee) {
      throw invalidInput('isTrainee', 'Only a reviewer can be a trainee. Make them a reviewer first.')
    }
    if (role === member.role && isTrainee === member.isTrainee) return { value: id, events: [] }
    await changeMember(tx, actor.workspaceId, id, { role, isTrainee })
    return { value: id, events: [{ type: 'member.changed', ids: { member: id, role, isTrainee } }] }
  },
  present: (tx, actor, id) => readMember(tx, actor, id),
})
