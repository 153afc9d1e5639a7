import { z } from 'zod'
import { CONFIDENCES } from '@/lib/domain/vocabulary'
import { Claim } from './claims'
import { defineContract } from './contract'
import { Id, requiredText, Version } from './scalars'
import { CitationInput } from './sources'

const claimId = { claimId: Id }

export const castVerdictContract = defineContract(
  'castVerdict',
  'PUT /claims/{claimId}/verdict',
  'Casts or replaces the caller’s own verdict in the open round. Sealed until the round closes.',
  z.strictObject({
    ...claimId,
    /** The claim’s version the reviewer saw. */
    version: Version,
    rating: z.string().min(1, 'Choose a rating.').max(60),
    confidence: z.enum(CONFIDENCES),
    rationale: requiredText(10_000),
    citations: z.array(CitationInput).max(30, 'A verdict has at most 30 citations.'),
  }),
  Claim,
)

export const withdrawVerdictContract = defineContract(
  'withdrawVerdict',
  'DELETE /claims/{claimId}/verdict',
  'Takes the caller’s own verdict back while the round is open.',
  z.strictObject(claimId),
  Claim,
)

export const startRoundContract = defineContract(
  'startRound',
  'POST /claims/{claimId}/rounds',
  'Starts the next sealed round of a split or returned claim.',
  z.strictObject({ ...claimId, version: Version }),
  Claim,
  { status: 201 },
)

export const closeRoundContract = defineContract(
  'closeRound',
  'POST /claims/{claimId}/rounds/current/close',
  'Closes the open round at quorum; all verdicts open together.',
  z.strictObject({ ...claimId, version: Version }),
  Claim,
)
