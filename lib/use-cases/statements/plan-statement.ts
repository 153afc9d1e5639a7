import { planStatementContract } from '@/lib/contracts/plans'
import { strangersAmong } from '@/lib/db/assignments'
import { readSeq } from '@/lib/db/events-read'
import { insertNotices } from '@/lib/db/notices'
import { insertPlan, readPlan } from '@/lib/db/plans'
import { findStatementSummary } from '@/lib/db/statements-list'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { presentStatement } from './present-statement'

/**
 * Says who leads the work on a statement, by when, and until when nothing of it goes out, as its next plan; who rates its
 * later claims stays as it was. Nothing changed writes nothing.
 */
export const planStatement = defineCommand({
  contract: planStatementContract,
  action: 'statement.plan',
  lock: 'statement',
  async load(tx, actor, { statementId }) {
    await readSeq(tx, actor, statementId) // Says so where there is no such statement.
    return await readPlan(tx, actor, statementId)
  },
  async run({ tx, actor, input, resource: plan, at }) {
    const { statementId, version, leadId, dueOn } = input
    if (version !== plan.number) {
      throw new AppError('stale-version', 'Someone changed this plan meanwhile. Look again, then save.', {
        current: await findStatementSummary(tx, actor, statementId),
      })
    }
    const embargoUntil = input.embargoUntil === null ? null : new Date(input.embargoUntil)
    const isEmbargoNew = embargoUntil?.getTime() !== plan.embargoUntil?.getTime()
    if (leadId === plan.leadId && dueOn === plan.dueOn && !isEmbargoNew) return { value: statementId, events: [] }
    if (leadId !== null && leadId !== plan.leadId && (await strangersAmong(tx, actor, [leadId])).length > 0) {
      throw invalidInput('leadId', 'This is not a member of this desk. Choose another.')
    }
    if (embargoUntil && isEmbargoNew && embargoUntil <= at) {
      throw invalidInput('embargoUntil', 'This moment has passed. Choose a later one, or none to lift the embargo.')
    }
    const next = { ...plan, leadId, dueOn, embargoUntil }
    const { number, contentHash } = await insertPlan(tx, actor, statementId, next, at)
    if (leadId !== null && leadId !== plan.leadId) {
      const { workspaceId, memberId: actorId } = actor
      await insertNotices(tx, { workspaceId, actorId, at }, [{ memberId: leadId, kind: 'MADE_LEAD', statementId }])
    }
    return { value: statementId, events: [{ type: 'statement.planned', ids: { plan: number }, contentHash }] }
  },
  present: (tx, actor, statementId) => presentStatement(tx, actor, statementId),
})
