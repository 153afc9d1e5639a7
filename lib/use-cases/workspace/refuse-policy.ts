import { type ConsensusPolicy, validatePolicy } from '@/lib/domain/consensus-policy'
import { type DeskPeople, shortfallOf } from '@/lib/domain/decider'
import { refuseProblems } from '../refuse-problems'

/**
 * Throws invalid-input for a policy that no desk may have, or that would leave this one without anyone to decide. A desk too
 * small for every policy is let be: what it lacks is not the policy's to give.
 */
export function refusePolicy(policy: ConsensusPolicy, people: DeskPeople): void {
  refuseProblems(validatePolicy(policy))
  const shortfall = shortfallOf(policy, people)
  if (shortfall && !shortfall.isBeyondPolicy) refuseProblems([{ path: shortfall.path, message: shortfall.message }])
}
