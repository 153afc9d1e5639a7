import type { AuditEvent } from '@/lib/db/audit-events'
import type { ClaimRows } from '@/lib/db/audit-statements'
import { type DecisionBinding, decisionHash } from '@/lib/domain/decision-hash'
import type { ClaimState, RoundHistory } from '@/lib/domain/history'
import { valueIn } from '@/lib/domain/history-ids'
import type { Fingerprints } from './claim-rows'
import type { Audit } from './findings'
import { claimantAt, type StatementFacts } from './statement-facts'

type Around = { statement: StatementFacts; fingerprints: Fingerprints; history: readonly AuditEvent[] }

/** Compares what each decision was bound to with the rows it was made on, put together here anew. */
export function compareDecisions(audit: Audit, claim: ClaimRows, state: ClaimState, around: Around): void {
  claim.decisions.forEach((decision, index) => {
    const place = `decision ${decision.id} (number ${decision.number}) of claim ${claim.id}`
    audit.expect(place, 'number', decision.number, index + 1)
    audit.expect(place, 'scale_version', decision.scaleVersion, decision.rating === null ? null : claim.scaleVersion)
    const event = around.history.find(one => valueIn(one, 'decisionId') === decision.id && one.type === 'claim.decided')
    const round = state.rounds.find(({ number }) => number === decision.round)
    const binding = event && round && bindingOf(claim, state, round, event.seq, around)
    if (!binding) audit.report(place, `the claim has no closed round ${decision.round} with a wording to decide on.`)
    else audit.expect(place, 'bound_hash', decision.boundHash, decisionHash(binding))
  })
  for (const reopening of claim.reopenings) {
    if (!claim.decisions.some(({ id }) => id === reopening.decisionId)) {
      audit.report(`reopening ${reopening.id} of claim ${claim.id}`, 'the decision it lifts is not one of this claim.')
    }
  }
}

function bindingOf(
  claim: ClaimRows,
  state: ClaimState,
  round: RoundHistory,
  seq: number,
  around: Around,
): DecisionBinding | undefined {
  const { statement, fingerprints } = around
  const wording = claim.revisions.find(({ number }) => number === round.claimRevision)
  if (!wording || !round.outcome) return undefined
  const recused = state.recused.filter(({ fromRound }) => fromRound <= round.number).map(({ memberId }) => memberId)
  const counted = round.verdicts.filter(({ reviewerId, isTrainee }) => !isTrainee && !recused.includes(reviewerId))
  return {
    sentence: wording.claimReviewed,
    claimant: wording.claimant ?? claimantAt(statement, seq),
    quotes: quotesAt(claim, wording.number, seq, around),
    policyVersion: claim.policyVersion,
    scaleVersion: claim.scaleVersion,
    round: round.number,
    verdicts: counted.flatMap(({ verdictId }) => {
      const verdict = claim.verdicts.find(({ id }) => id === verdictId)
      if (!verdict?.rating || !verdict.confidence) return []
      const { reviewerId, rating, confidence, rationale } = verdict
      const citations = verdict.citations.map(({ sourceId, stance, quote, note }) => ({
        source: fingerprints.get(sourceId) ?? '',
        stance,
        quote,
        note,
      }))
      return [{ reviewerId, rating, confidence, rationale, citations }]
    }),
    recusals: recused,
    result: round.outcome,
  }
}

/** A wording's passages as they were last accepted when event `seq` was written: highlighted, mapped without a change, or reviewed. */
function quotesAt(claim: ClaimRows, revision: number, seq: number, { statement, history }: Around): string[] {
  const acceptedBy = ({ id, review, versionNumber }: ClaimRows['targets'][number]): number => {
    if (review === null) return statement.versionsSince.get(versionNumber) ?? 0
    return history.find(event => valueIn(event, 'targetId') === id)?.seq ?? Number.POSITIVE_INFINITY
  }
  const quotes = new Map<number, string>()
  for (const target of claim.targets) {
    // In the order of versions, so the latest one stays.
    const isAccepted = target.claimRevision === revision && target.anchorState === 'ANCHORED'
    if (isAccepted && acceptedBy(target) < seq) quotes.set(target.ord, target.exact)
  }
  return [...quotes.entries()].sort(([one], [other]) => one - other).map(([, exact]) => exact)
}
