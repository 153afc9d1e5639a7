import { z } from 'zod'
import { MAX_DENOMINATOR } from '@/lib/domain/consensus-policy'
import { defineContract } from './contract'
import { Timestamp, Version } from './scalars'

export const Policy = z
  .object({
    version: z.int(),
    quorum: z.int(),
    majorityNumerator: z.int(),
    majorityDenominator: z.int(),
    spread: z.int(),
    maxRounds: z.int(),
    separationOfDuties: z.boolean(),
  })
  .meta({ id: 'ConsensusPolicy' })
export type PolicyDto = z.infer<typeof Policy>

export const listPoliciesContract = defineContract(
  'listPolicies',
  'GET /workspace/policies',
  'Every version of the consensus policy, newest first.',
  z.strictObject({}),
  z.object({ items: z.array(Policy.extend({ at: Timestamp })) }),
)

export const setPolicyContract = defineContract(
  'setPolicy',
  'POST /workspace/policies',
  'Sets a new version of the policy. Claims that exist keep the one they started with.',
  z.strictObject({
    basedOn: Version,
    quorum: z.int(),
    majorityNumerator: z.int().max(MAX_DENOMINATOR),
    majorityDenominator: z.int().max(MAX_DENOMINATOR),
    spread: z.int().max(100),
    maxRounds: z.int(),
    separationOfDuties: z.boolean(),
  }),
  Policy,
  { status: 201 },
)
