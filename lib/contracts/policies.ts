import { z } from 'zod'
import { MAX_DENOMINATOR } from '@/lib/domain/consensus-policy'
import { RATING_TONES } from '@/lib/domain/scale'
import { defineContract } from './contract'
import { Sentence } from './people'
import { Id, Timestamp, Version } from './scalars'

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

/** A policy as it is proposed; whether its numbers make sense is the rule's to say, field by field. */
const rules = {
  quorum: z.int(),
  majorityNumerator: z.int().max(MAX_DENOMINATOR),
  majorityDenominator: z.int().max(MAX_DENOMINATOR),
  spread: z.int().max(100),
  maxRounds: z.int(),
  separationOfDuties: z.boolean(),
}

export const setPolicyContract = defineContract(
  'setPolicy',
  'POST /workspace/policies',
  'Sets a new version of the policy. Claims that exist keep the one they started with. Refused where it would leave the desk without anyone to decide.',
  z.strictObject({ basedOn: Version, ...rules }),
  Policy,
  { status: 201 },
)

const StatusCounts = z.object({ AWAITING: z.int(), AGREED: z.int(), SPLIT: z.int(), ESCALATED: z.int() })

/** A closed round that would have come out otherwise. */
const SimulatedRound = z.object({
  claimId: Id,
  statementId: Id,
  statementTitle: z.string(),
  /** The claim as it was worded when it was rated. */
  claimReviewed: z.string(),
  round: z.int(),
  before: Sentence,
  after: Sentence,
  /** The ratings that either sentence names. */
  ratings: z.array(z.object({ key: z.string(), label: z.string(), tone: z.enum(RATING_TONES) })),
})

export const PolicySimulation = z
  .object({
    /** How many closed rounds count. */
    rounds: z.int(),
    changed: z.array(SimulatedRound).max(200),
    /** How many would have come out otherwise, listed or not. */
    changedTotal: z.int(),
    countsBefore: StatusCounts,
    countsAfter: StatusCounts,
    /** Who there is to vote and to decide, and how many people this policy takes. */
    deciders: z.object({
      raters: z.int(),
      editors: z.int(),
      needed: z.int(),
      /** Where the desk is too small for any policy: what is missing. */
      warning: z.string().nullable(),
    }),
  })
  .meta({ id: 'PolicySimulation' })
export type PolicySimulationDto = z.infer<typeof PolicySimulation>

export const simulatePolicyContract = defineContract(
  'simulatePolicy',
  'POST /workspace/policies/simulation',
  'What a changed policy would have made of every closed round that counts. For administrators; changes nothing.',
  z.strictObject(rules),
  PolicySimulation,
)
