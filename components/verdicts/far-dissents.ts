import type { ClaimDto } from '@/lib/contracts/claims'
import type { RoundDto } from '@/lib/contracts/rounds'
import { consensusOf } from '@/lib/domain/consensus'
import { withQuorum } from '@/lib/domain/consensus-policy'
import type { RatingKey } from '@/lib/domain/scale'
import { countedVerdicts } from './counted-verdicts'

type Ruled = Pick<ClaimDto, 'scale' | 'policy' | 'loweredQuorum'>

/** The ratings of an opened round that stand far apart from what was agreed, by the claim's own rule; none where nothing was. */
export function farDissents({ scale, policy, loweredQuorum }: Ruled, round: RoundDto): readonly RatingKey[] {
  if (round.consensus !== 'AGREED') return []
  const inForce = withQuorum(policy, loweredQuorum?.quorum ?? null)
  const consensus = consensusOf(countedVerdicts(round), scale, round.countedRound, inForce)
  return consensus.status === 'AGREED' ? consensus.farDissents : []
}
