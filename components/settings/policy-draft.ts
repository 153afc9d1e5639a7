import type { PolicyDto } from '@/lib/contracts/policies'
import type { ConsensusPolicy } from '@/lib/domain/consensus-policy'

const NUMBERS = ['quorum', 'majorityNumerator', 'majorityDenominator', 'spread', 'maxRounds'] as const
export type PolicyNumber = (typeof NUMBERS)[number]

/** The policy while it is edited: numbers as they are typed. */
export type PolicyDraft = Record<PolicyNumber, string> & { separationOfDuties: boolean }

export function policyDraftOf(policy: PolicyDto): PolicyDraft {
  return {
    quorum: String(policy.quorum),
    majorityNumerator: String(policy.majorityNumerator),
    majorityDenominator: String(policy.majorityDenominator),
    spread: String(policy.spread),
    maxRounds: String(policy.maxRounds),
    separationOfDuties: policy.separationOfDuties,
  }
}

/** The policy that was typed. What is no whole number becomes NaN, which no policy allows. */
export function policyOf(draft: PolicyDraft): ConsensusPolicy {
  const whole = (text: string) => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN)
  return {
    quorum: whole(draft.quorum),
    majorityNumerator: whole(draft.majorityNumerator),
    majorityDenominator: whole(draft.majorityDenominator),
    spread: whole(draft.spread),
    maxRounds: whole(draft.maxRounds),
    separationOfDuties: draft.separationOfDuties,
  }
}
