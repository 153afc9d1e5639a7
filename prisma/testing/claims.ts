import type { z } from 'zod'
import type { ClaimDto, createClaimContract } from '../../lib/contracts/claims'
import type { CitationInput } from '../../lib/contracts/sources'
import type { castVerdictContract } from '../../lib/contracts/verdicts'
import type { Actor } from '../../lib/domain/actor'
import { createClaim } from '../../lib/use-cases/claims/create-claim'
import { readClaim } from '../../lib/use-cases/claims/read-claim'
import { decideClaim } from '../../lib/use-cases/decisions/decide-claim'
import { castVerdict } from '../../lib/use-cases/verdicts/cast-verdict'
import { type Desk, makeStatement } from './factories'

type ClaimInput = z.input<typeof createClaimContract.input>
type VerdictInput = z.input<typeof castVerdictContract.input>

/** A citation that any rating accepts. */
export function citation(title = 'Harbour register'): z.input<typeof CitationInput> {
  return { source: { title, publisher: title, url: 'https://records.example/harbour' }, stance: 'REFUTES' }
}

/** A claim on a statement of the desk: on one of its own, by the first reviewer, unless told otherwise. */
export async function makeClaim(desk: Desk, options: Partial<ClaimInput> & { by?: Actor } = {}): Promise<ClaimDto> {
  const { by = desk.reviewers[0] ?? null, statementId = (await makeStatement(desk)).id, ...rest } = options
  return await createClaim.execute(by, {
    statementId,
    claimReviewed: 'Arrivals at the harbour rose by a third last year.',
    targets: [{ exact: 'Arrivals at the harbour rose by a third last year.' }],
    ...rest,
  })
}

/** The claim as someone sees it now. */
export async function readAs(actor: Actor, claimId: string): Promise<ClaimDto> {
  return await readClaim.execute(actor, { claimId })
}

/** Casts someone's verdict in the claim's open round, with a citation, as they would who had just read the claim. */
export async function castAs(
  actor: Actor,
  claimId: string,
  rating = 'FALSE',
  rest: Partial<VerdictInput> = {},
): Promise<ClaimDto> {
  const { version } = await readAs(actor, claimId)
  return await castVerdict.execute(actor, {
    claimId,
    version,
    rating,
    confidence: 'MEDIUM',
    rationale: `The register says otherwise, finds ${actor.name}.`,
    citations: [citation()],
    ...rest,
  })
}

/** Casts these ratings, one a reviewer of the desk, in the reviewers' order; returns the claim as the last one sees it. */
export async function castAll(desk: Desk, claimId: string, ratings: readonly string[]): Promise<ClaimDto> {
  for (const [index, rating] of ratings.entries()) await castAs(reviewer(desk, index), claimId, rating)
  return await readAs(reviewer(desk, 0), claimId)
}

/** An editor approves what they have just read. */
export async function approveAs(
  editor: Actor,
  claimId: string,
  more: { acknowledgesFarDissent?: boolean } = {},
): Promise<ClaimDto> {
  const { contentHash } = await readAs(editor, claimId)
  return await decideClaim.execute(editor, {
    claimId,
    action: 'APPROVE',
    contentHash,
    explanation: 'The harbour’s own register shows a fall.',
    ...more,
  })
}

function reviewer(desk: Desk, index: number): Actor {
  const actor = desk.reviewers[index]
  if (!actor) throw new RangeError(`this desk has no reviewer ${index}`)
  return actor
}
