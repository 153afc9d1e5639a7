import type { ClaimDto } from '../../lib/contracts/claims'
import { createClaim } from '../../lib/use-cases/claims/create-claim'
import { createComment } from '../../lib/use-cases/comments/create-comment'
import { decideClaim } from '../../lib/use-cases/decisions/decide-claim'
import { assignReviewers } from '../../lib/use-cases/rounds/assign-reviewers'
import { startRound } from '../../lib/use-cases/rounds/start-round'
import { castVerdict } from '../../lib/use-cases/verdicts/cast-verdict'
import { DEMO, type DemoClaim, type DemoRound } from './demo-data'
import { type DemoPeople, personOf } from './people'

/** The demo's decisions rest on what was known when its sources appeared. */
const RATED_AS_OF = '2022-01'
/** Who highlights and rates, and who starts a round; the editors who decide do neither. */
const REVIEWERS = ['r1', 'r2', 'r3']
const EDITOR = 'e1'

const sources = new Map(DEMO.citations.map(source => [source.id, source]))

/** Takes one claim of demo.json through its rounds, its discussion and its decision. Discussion comes before the last of several rounds. */
export async function loadClaim(people: DemoPeople, statementId: string, demo: DemoClaim): Promise<void> {
  const { claimReviewed, claimant, targets, rounds, decision } = demo
  let claim = await createClaim.execute(
    personOf(people, 'r1'),
    { statementId, claimReviewed, claimant, targets },
    keyOf(demo, 'claim'),
  )
  for (const round of rounds) {
    const isLast = round === rounds.at(-1)
    if (isLast && rounds.length > 1) await discuss(people, claim, demo)
    if (round.round > 1) {
      const input = { claimId: claim.id, version: claim.version }
      claim = await startRound.execute(personOf(people, EDITOR), input, keyOf(demo, `round:${round.round}`))
    }
    claim = await holdRound(people, claim, demo, round)
  }
  if (rounds.length === 1) await discuss(people, claim, demo)
  if (decision) await decide(people, claim, demo, decision)
}

/** Casts a round's verdicts. One that is to stay open waits for all three reviewers; the others close at the quorum. */
async function holdRound(people: DemoPeople, opened: ClaimDto, demo: DemoClaim, round: DemoRound): Promise<ClaimDto> {
  const { id: claimId, version } = opened
  if (round.state === 'OPEN') {
    const memberIds = REVIEWERS.map(id => personOf(people, id).memberId)
    await assignReviewers.execute(
      personOf(people, EDITOR),
      { claimId, memberIds },
      keyOf(demo, `assign:${round.round}`),
    )
  }
  let claim = opened
  for (const { reviewer, rating, confidence, rationale, citations } of round.verdicts) {
    const cites = citations.map(({ citation, stance }) => ({ stance, ...cited(citation) }))
    claim = await castVerdict.execute(
      personOf(people, reviewer),
      { claimId, version, rating, confidence, rationale, citations: cites },
      keyOf(demo, `verdict:${round.round}:${reviewer}`),
    )
  }
  return claim
}

async function discuss(people: DemoPeople, claim: ClaimDto, demo: DemoClaim): Promise<void> {
  for (const [index, { by, text }] of demo.comments.entries()) {
    await createComment.execute(personOf(people, by), { claimId: claim.id, text }, keyOf(demo, `comment:${index}`))
  }
}

type DemoDecision = NonNullable<DemoClaim['decision']>

async function decide(people: DemoPeople, claim: ClaimDto, demo: DemoClaim, decision: DemoDecision): Promise<void> {
  const { by, action, explanation, note } = decision
  const rating = action === 'OVERRIDE' ? decision.rating : null
  const ratedAsOf = action === 'RETURN' ? null : RATED_AS_OF
  const { id: claimId, contentHash } = claim
  const input = { claimId, contentHash, action, rating, explanation, reason: note, ratedAsOf }
  await decideClaim.execute(personOf(people, by), input, keyOf(demo, 'decision'))
}

function keyOf({ id }: DemoClaim, what: string) {
  return { idempotencyKey: `demo:${id}:${what}` }
}

/** What a source reports, in our own words, becomes the citation's note: it is no quotation. */
function cited(id: string) {
  const source = sources.get(id)
  if (!source) throw new Error(`demo.json cites ${id}, which it does not describe`)
  const { title, publisher, publishedOn, url, interest = null, finding } = source
  return { source: { title, publisher, publishedOn, url, interest }, note: finding }
}
