import { decideClaimContract } from '@/lib/contracts/decisions'
import { claimFacts } from '@/lib/db/claim-facts'
import { readMatter } from '@/lib/db/claim-read'
import { type ClaimChange, changeClaim } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import { type ClaimMatter, countedVerdicts, farDissentsIn, outcomeOf, readBinding } from '@/lib/db/decision-binding'
import { insertDecision } from '@/lib/db/decisions'
import { markReturned } from '@/lib/db/rounds'
import type { Actor } from '@/lib/domain/actor'
import { type DecisionInput, decisionProblems } from '@/lib/domain/decision'
import { decisionHash } from '@/lib/domain/decision-hash'
import { evidenceNumberProblem, mergeEvidence } from '@/lib/domain/evidence'
import { unansweredDissents } from '@/lib/domain/far-dissent'
import { isStillToCome } from '@/lib/domain/partial-date'
import { can } from '@/lib/domain/policy'
import { isRevealed } from '@/lib/domain/round'
import { presentClaim, staleClaim } from '../claims/present-claim'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { refuseProblems } from '../refuse-problems'
import { whatChanged } from './what-changed'

/** An editor's act on a claim whose round has closed, bound to the hash of exactly what they saw. */
export const decideClaim = defineCommand({
  contract: decideClaimContract,
  action: 'decision.make',
  lock: 'statement',
  async load(tx, actor, { claimId, contentHash }) {
    const matter = await readMatter(tx, actor, claimId)
    await checkSeen(tx, actor, matter, contentHash)
    return matter
  },
  facts: ({ record }, actor) => claimFacts(record, actor),
  async run({ tx, actor, input, resource: matter, at }) {
    const { record, scale } = matter
    const outcome = outcomeOf(matter, record.round)
    refuseProblems(decisionProblems(outcome, input, scale))
    if (input.ratedAsOf !== null && isStillToCome(input.ratedAsOf, at)) {
      throw invalidInput('ratedAsOf', 'These days are still to come. Say up to when the evidence was looked at.')
    }
    const { id: claimId, round } = record
    const evidence = mergeEvidence(countedVerdicts(matter, round).flatMap(({ citations }) => citations))
    const misled = evidenceNumberProblem(input.explanation ?? '', evidence.length)
    if (misled) throw invalidInput('explanation', misled)

    refuseUnanswered(matter, input)
    const { action, contentHash: boundHash, reason, ratedAsOf } = input
    const rating = action === 'APPROVE' && outcome.status === 'AGREED' ? outcome.rating : (input.rating ?? null)
    const scaleVersion = rating === null ? null : record.scaleVersion
    const explanation = action === 'RETURN' ? null : input.explanation
    const content = { round, action, scaleVersion, rating, explanation, reason, ratedAsOf, boundHash }
    const decision = await insertDecision(tx, actor, claimId, content, at)
    if (action === 'RETURN') await markReturned(tx, actor, { claimId, round })
    await changeClaim(tx, actor, record, changeBy(action, rating))
    const ids = { decisionId: decision.id, round, action }
    return { value: claimId, events: [{ type: 'claim.decided', claimId, ids, contentHash: decision.contentHash }] }
  },
  present: presentClaim,
})

/** Throws invalid-input where a far dissent would stand unanswered and the editor has not said that it may. */
function refuseUnanswered(
  matter: ClaimMatter,
  { acknowledgesFarDissent, ...decision }: DecisionInput & { acknowledgesFarDissent: boolean },
): void {
  if (acknowledgesFarDissent || unansweredDissents(farDissentsIn(matter), decision, matter.scale).length === 0) return
  throw invalidInput(
    'explanation',
    'A verdict stands far from this, and the explanation does not answer it: name its rating or point to evidence that it alone brings. To let it stand so, send acknowledgesFarDissent: true.',
  )
}

function changeBy(action: DecisionInput['action'], rating: string | null): ClaimChange {
  return action === 'RETURN' ? { isReturned: true } : { stage: 'DECIDED', rating }
}

/**
 * Throws stale-version, saying what changed, unless the actor saw the claim as it stands. Before the permission table is
 * asked how things stand, which would only say that a round is open; not before it has been asked who someone is.
 */
async function checkSeen(tx: Tx, actor: Actor, matter: ClaimMatter, seen: string): Promise<void> {
  const answer = can(actor, 'decision.make', claimFacts(matter.record, actor))
  if (!answer.allowed && answer.kind === 'role') return
  const latest = matter.rounds.at(-1)
  if (latest && isRevealed(latest) && decisionHash(await readBinding(tx, actor, matter, latest)) === seen) return
  if (matter.record.stage === 'WITHDRAWN' || matter.record.stage === 'MERGED') return
  throw await staleClaim(tx, actor, matter.record.id, await whatChanged(tx, actor, matter, seen))
}
