import type { ClaimDto, RoundDto } from '@/lib/contracts/claims'
import { type Consensus, consensusOf, FAR_DISSENT_FROM_ROUND } from '@/lib/domain/consensus'

/**
 * The whole consensus of a closed round, replayed from its verdicts: the reply tells status and rating, a decision also
 * needs the far dissents. Which rule was in force follows from the status, so the round's number among the counted ones
 * need not be known: only a later round lets one far verdict pass, and only the last one escalates.
 */
export function roundConsensus(
  round: Pick<RoundDto, 'consensus' | 'verdicts' | 'quorum'>,
  { scale, policy }: Pick<ClaimDto, 'scale' | 'policy'>,
): Consensus {
  const number =
    round.consensus === 'AGREED' ? FAR_DISSENT_FROM_ROUND : round.consensus === 'ESCALATED' ? policy.maxRounds : 1
  return consensusOf(round.verdicts, scale, number, { ...policy, quorum: round.quorum })
}
