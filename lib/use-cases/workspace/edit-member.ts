import { editMemberContract } from '@/lib/contracts/workspace'
import { changeRole, countOtherAdmins, readMember, removeMember } from '@/lib/db/members'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'

/** Changes a member's role or removes them, effective at their next request. A desk always keeps an administrator. */
export const editMember = defineCommand({
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
      if (input.removed === true && input.role === undefined) return { value: id, events: [] }
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
    const { role } = input
    if (role === undefined || role === member.role) return { value: id, events: [] }
    await changeRole(tx, actor.workspaceId, id, role)
    return { value: id, events: [{ type: 'member.changed', ids: { member: id, role } }] }
  },
  present: (tx, actor, id) => readMember(tx, actor, id),
})
