import { editWorkspaceContract } from '@/lib/contracts/workspace'
import { readSettings, readWorkspaceOf, reviseWorkspace } from '@/lib/db/workspace'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'

/** Changes what the desk says of itself, as a new revision. Nothing changed writes nothing. */
export const editWorkspace = defineCommand({
  contract: editWorkspaceContract,
  action: 'workspace.edit',
  lock: 'workspace',
  load: (tx, actor) => readSettings(tx, actor.workspaceId),
  async run({ tx, actor, input, resource: { settings, version }, at }) {
    const { workspaceId, memberId: authorId } = actor
    if (input.version !== version) {
      throw new AppError('stale-version', 'Someone changed these settings meanwhile. Look again, then save.', {
        current: await readWorkspaceOf(tx, workspaceId),
      })
    }
    const { name, funding, correctionsPolicy, contactEmail, showReviewerNames, idleLimitDays } = input
    const changed = {
      name: name ?? settings.name,
      funding: funding === undefined ? settings.funding : (funding ?? ''),
      correctionsPolicy: correctionsPolicy === undefined ? settings.correctionsPolicy : (correctionsPolicy ?? ''),
      contactEmail: contactEmail === undefined ? settings.contactEmail : contactEmail,
      showReviewerNames: showReviewerNames ?? settings.showReviewerNames,
      idleLimitDays: idleLimitDays === undefined ? settings.idleLimitDays : idleLimitDays,
    }
    if (JSON.stringify(changed) === JSON.stringify(settings)) return { value: null, events: [] }
    const number = version + 1
    const contentHash = await reviseWorkspace(tx, { workspaceId, authorId, at }, number, changed)
    return { value: null, events: [{ type: 'workspace.edited', ids: { revision: number }, contentHash }] }
  },
  present: (tx, actor) => readWorkspaceOf(tx, actor.workspaceId),
})
