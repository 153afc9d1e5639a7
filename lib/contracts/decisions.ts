import { z } from 'zod'
import { DECISION_ACTIONS } from '@/lib/domain/vocabulary'
import { Claim } from './claims'
import { defineContract } from './contract'
import { Id, OptionalPartialDate, optionalText, requiredText, Version } from './scalars'

const claimId = { claimId: Id }

export const decideClaimContract = defineContract(
  'decideClaim',
  'POST /claims/{claimId}/decision',
  'Approves, overrides, resolves, returns or dismisses, bound to the content hash that was shown.',
  z.strictObject({
    ...claimId,
    action: z.enum(DECISION_ACTIONS),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/, 'Send the contentHash of the claim as you read it.'),
    /** For RESOLVE null says that no rating is supported by the evidence; left out, a resolution is refused. */
    rating: z
      .string()
      .max(60)
      .nullable()
      .optional()
      .describe('For RESOLVE: null where no rating is supported by the evidence. Left out, a resolution is refused.'),
    explanation: optionalText(10_000),
    reason: optionalText(4_000),
    ratedAsOf: OptionalPartialDate,
    /** That the editor knows of a far dissent which the explanation does not answer, and lets it stand so. */
    acknowledgesFarDissent: z
      .boolean()
      .default(false)
      .describe('Send true to let a far dissent stand that the explanation does not answer; refused otherwise.'),
  }),
  Claim,
  { status: 201 },
)

export const reopenClaimContract = defineContract(
  'reopenClaim',
  'POST /claims/{claimId}/reopen',
  'Takes a decided claim up again; a new sealed round starts.',
  z.strictObject({ ...claimId, version: Version, reason: requiredText(1_000) }),
  Claim,
  { status: 201 },
)
