import type { CitationInputDto } from '@/lib/contracts/sources'
import { castVerdictContract } from '@/lib/contracts/verdicts'
import { claimFacts } from '@/lib/db/claim-facts'
import { findClaim } from '@/lib/db/claim-record'
import { scaleOf } from '@/lib/db/claim-scale'
import { markAnswered } from '@/lib/db/notices'
import { insertVerdict } from '@/lib/db/verdict-rows'
import { citationProblems } from '@/lib/domain/citation'
import type { Problem } from '@/lib/domain/problem'
import { findRating, type RatingScale } from '@/lib/domain/scale'
import { checkVersion, presentClaim } from '../claims/present-claim'
import { defineCommand } from '../define'
import { refuseFutureDates } from '../refuse-future-dates'
import { refuseProblems } from '../refuse-problems'
import { closeIfComplete } from '../rounds/close'

/** Records the actor's own verdict in the claim's open round, superseding an earlier one; closes the round when it was the last. */
export const castVerdict = defineCommand({
  contract: castVerdictContract,
  action: 'verdict.cast',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    await checkVersion(tx, actor, claim, input.version)
    const { rating, confidence, rationale, citations } = input
    const scale = await scaleOf(tx, actor, claim)
    refuseProblems(problemsOf(scale, rating, citations.length))
    refuseFutureDates(datesOf(citations), at)

    const { id: claimId, round, scaleVersion } = claim
    const content = { scaleVersion, rating, confidence, rationale, citations }
    const verdict = await insertVerdict(tx, actor, { claimId, round }, content, at)
    await markAnswered(tx, actor, { claimId, statementId: claim.statementId }, at)
    const ids = { round, verdictId: verdict.id, revision: verdict.revision }
    const cast = { type: 'verdict.cast', claimId, ids, contentHash: verdict.contentHash }
    return { value: claimId, events: [cast, ...(await closeIfComplete(tx, actor, claimId, at))] }
  },
  present: presentClaim,
})

/** The dates of the cited sources by their places in the input. */
function datesOf(citations: readonly CitationInputDto[]): Record<string, string | null> {
  return Object.fromEntries(
    citations.flatMap(({ source: { publishedOn, retrievedOn } }, index) => [
      [`citations.${index}.source.publishedOn`, publishedOn],
      [`citations.${index}.source.retrievedOn`, retrievedOn],
    ]),
  )
}

function problemsOf(scale: RatingScale, rating: string, citations: number): Problem[] {
  if (!findRating(scale, rating)) return [{ path: 'rating', message: 'Choose a rating of this claim’s scale.' }]
  return citationProblems(rating, citations, scale)
}
