import type { ClaimDto } from '../../lib/contracts/claims'
import type { Actor } from '../../lib/domain/actor'
import { createClaim } from '../../lib/use-cases/claims/create-claim'
import { readClaim } from '../../lib/use-cases/claims/read-claim'
import { createComment } from '../../lib/use-cases/comments/create-comment'
import { decideClaim } from '../../lib/use-cases/decisions/decide-claim'
import { assignReviewers } from '../../lib/use-cases/rounds/assign-reviewers'
import { startRound } from '../../lib/use-cases/rounds/start-round'
import { castVerdict } from '../../lib/use-cases/verdicts/cast-verdict'
import { DEMO, type DemoClaim } from './demo-data'
import { type DemoPeople, personOf } from './load-desk'

/** The demo's decisions rest on what was known when the sources appeared. */
const RATED_AS_OF = '2022-01'

const sources = new Map(DEMO.citations.map(source => [source.id, source]))

/** Takes one claim of demo.json through its rounds, its discussion and its decision. */
export async function loadClaim(people: DemoPeople, statementId: string, demo: DemoClaim): Promise<void> {
  const almond = personOf(people, 'r1')
  const maple = personOf(people, 'e1')
  const { id: claimId } = await createClaim.execute(almond, {
    statementId,
    claimReviewed: demo.claimReviewed,
    claimant: demo.claimant,
    targets: demo.targets,
  })

  for (const round of demo.rounds) {
    if (round.round > 1) {
      await comment(people, claimId, demo)
      await startRound.execute(maple, { claimId, version: (await read(maple, claimId)).version })
    }
    if (round.state === 'OPEN')
      await assignReviewers.execute(maple, {
        claimId,
        memberIds: ['r1', 'r2', 'r3'].map(id => personOf(people, id).memberId),
      })
    for (const verdict of round.verdicts) {
      const reviewer = personOf(people, verdict.reviewer)
      const { version } = await read(reviewer, claimId)
      await castVerdict.execute(reviewer, {
        claimId,
        version,
        rating: verdict.rating,
        confidence: verdict.confidence,
        rationale: verdict.rationale,
        citations: verdict.citations.map(({ citation, stance }) => ({ stance, ...cited(citation) })),
      })
    }
  }
  if (demo.rounds.length === 1) await comment(people, claimId, demo)
  if (demo.decision) await decide(personOf(people, demo.decision.by), claimId, demo.decision)
}

async function comment(people: DemoPeople, claimId: string, { comments }: DemoClaim): Promise<void> {
  for (const { by, text } of comments) await createComment.execute(personOf(people, by), { claimId, text })
}

async function decide(editor: Actor, claimId: string, decision: NonNullable<DemoClaim['decision']>): Promise<void> {
  const { contentHash } = await read(editor, claimId)
  const { action, rating, explanation, note } = decision
  await decideClaim.execute(editor, {
    claimId,
    action,
    contentHash,
    rating: action === 'OVERRIDE' ? rating : null,
    explanation,
    reason: note,
    ratedAsOf: action === 'RETURN' ? null : RATED_AS_OF,
  })
}

function read(actor: Actor, claimId: string): Promise<ClaimDto> {
  return readClaim.execute(actor, { claimId })
}

/** A source's `finding` says in our own words what it reports; it is never a quotation. */
function cited(id: string) {
  const source = sources.get(id)
  if (!source) throw new Error(`demo.json cites ${id}, which it does not describe`)
  const { title, publisher, publishedOn, url, finding } = source
  return { source: { title, publisher, publishedOn, url }, note: finding }
}
