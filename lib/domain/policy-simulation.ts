import { type Consensus, consensusOf } from '@/lib/domain/consensus'
import { type ConsensusPolicy, withQuorum } from '@/lib/domain/consensus-policy'
import { countedRoundNumber } from '@/lib/domain/round'
import type { RatingKey, RatingScale } from '@/lib/domain/scale'
import { consensusSentence, type SentencePart, textOf } from '@/lib/domain/sentence'
import type { ConsensusStatus } from '@/lib/domain/vocabulary'

/** A closed round that counts, with all that the rule asks for. */
export interface ClosedRound {
  readonly claimId: string
  readonly number: number
  /** The revision of the claim that was rated. */
  readonly claimRevision: number
  /** One for each counted verdict. */
  readonly ratings: readonly RatingKey[]
  readonly scale: RatingScale
  /** The policy its claim pins. */
  readonly policy: ConsensusPolicy
  /** A quorum lowered for its claim alone. */
  readonly loweredQuorum: number | null
}

export type StatusCounts = Readonly<Record<ConsensusStatus, number>>

export interface Simulation<R> {
  readonly before: StatusCounts
  readonly after: StatusCounts
  /** The rounds whose sentence would be another, in the order given. */
  readonly changed: readonly { readonly round: R; readonly before: SentencePart[]; readonly after: SentencePart[] }[]
}

/**
 * What the rule would have said of rounds that are over, had `policy` been in force; each taken by itself, as it was cast.
 * A quorum lowered for one claim stays lowered. Verdicts might have been others under another policy, and rounds that
 * followed might not have been: it is a simulation, not a forecast. `rounds` are all that count, in any order of claims.
 */
export function simulatePolicy<R extends ClosedRound>(rounds: readonly R[], policy: ConsensusPolicy): Simulation<R> {
  const before = noneOf()
  const after = noneOf()
  const changed: { round: R; before: SentencePart[]; after: SentencePart[] }[] = []
  const numberOf = countedNumbers(rounds)
  for (const round of rounds) {
    const number = numberOf(round)
    const was = outcome(round, number, withQuorum(round.policy, round.loweredQuorum))
    const would = outcome(round, number, withLowered(policy, round.loweredQuorum))
    before[was.status]++
    after[would.status]++
    const sentences = { before: sentenceOf(was, round.scale), after: sentenceOf(would, round.scale) }
    if (textOf(sentences.before) !== textOf(sentences.after)) changed.push({ round, ...sentences })
  }
  return { before, after, changed }
}

function outcome({ ratings, scale }: ClosedRound, number: number, policy: ConsensusPolicy): Consensus {
  const verdicts = ratings.map(rating => ({ rating }))
  return consensusOf(verdicts, scale, number, policy)
}

/** Nobody waits any more in a round that is over. */
function sentenceOf(consensus: Consensus, scale: RatingScale): SentencePart[] {
  if (consensus.status !== 'AWAITING') return consensusSentence(consensus, scale)
  return [{ text: `Too few verdicts: ${consensus.missing} more needed.` }]
}

function withLowered(policy: ConsensusPolicy, quorum: number | null): ConsensusPolicy {
  return quorum !== null && quorum < policy.quorum ? withQuorum(policy, quorum) : policy
}

/** Each round's number among the counted ones of its claim. */
function countedNumbers(rounds: readonly ClosedRound[]): (round: ClosedRound) => number {
  const byClaim = new Map<string, { number: number; ending: 'COUNTED'; claimRevision: number }[]>()
  for (const { claimId, number, claimRevision } of rounds) {
    const siblings = byClaim.get(claimId) ?? []
    siblings.push({ number, ending: 'COUNTED', claimRevision })
    byClaim.set(claimId, siblings)
  }
  return ({ claimId, number }) => countedRoundNumber(byClaim.get(claimId) ?? [], number)
}

function noneOf(): Record<ConsensusStatus, number> {
  return { AWAITING: 0, AGREED: 0, SPLIT: 0, ESCALATED: 0 }
}
