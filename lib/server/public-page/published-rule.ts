import type { PublishedClaimDto, SnapshotDto } from '@/lib/contracts/snapshot'
import { type Consensus, consensusOf } from '@/lib/domain/consensus'
import { type ConsensusPolicy, withQuorum } from '@/lib/domain/consensus-policy'
import type { RatingScale } from '@/lib/domain/scale'

export type PublishedRule = { scale: RatingScale; policy: ConsensusPolicy; consensus: Consensus }

/** The rule that a claim was decided under, and what it says of the published verdicts: replayed from the snapshot alone. */
export function ruleOf(snapshot: SnapshotDto, claim: PublishedClaimDto): PublishedRule {
  const scale = snapshot.scales.find(({ version }) => version === claim.scaleVersion)
  const pinned = snapshot.policies.find(({ version }) => version === claim.policyVersion)
  if (!scale || !pinned) throw new RangeError(`claim ${claim.id} is published without its scale or policy`)
  const policy = withQuorum(pinned, claim.quorum)
  return { scale, policy, consensus: consensusOf(claim.verdicts, scale, claim.countedRound, policy) }
}
