import type { ConsensusPolicy } from '@/lib/domain/consensus-policy'
import { type RatingKey, type RatingScale, ratingOf, ratingsInOrder } from '@/lib/domain/scale'
import type { SplitReason } from '@/lib/domain/vocabulary'

export interface CastRating {
  readonly rating: RatingKey
}

export interface RatingCount {
  readonly rating: RatingKey
  readonly count: number
}

/** Too few verdicts. `unreachable` says that too few members are left who may cast one. */
export interface Awaiting {
  readonly status: 'AWAITING'
  /** How many more verdicts it takes. */
  readonly missing: number
  readonly unreachable?: { readonly eligible: number; readonly quorum: number }
}

export interface Agreed {
  readonly status: 'AGREED'
  readonly rating: RatingKey
  readonly isOnScale: boolean
  /** How many verdicts carry the rating, out of how many counted. */
  readonly count: number
  readonly of: number
  /** Every differing rating, in the scale's order. */
  readonly dissents: readonly RatingCount[]
  /**
   * The dissents, one verdict each, without which the rest lie within the spread; the explanation must answer them.
   * Empty where all lie within it. Two only where one on either side would do (4, 4, 4, 5, 3).
   */
  readonly farDissents: readonly RatingKey[]
}

interface Disagreement {
  /** Which clause failed first. */
  readonly reason: SplitReason
  /** Every rating given, in the scale's order. */
  readonly counts: readonly RatingCount[]
  readonly of: number
  /** How many positions lie between the highest and the lowest on-scale verdict; null where none is on the scale. */
  readonly steps: number | null
  /** The number of the round among the counted ones. */
  readonly round: number
}

export interface Split extends Disagreement {
  readonly status: 'SPLIT'
}

/** A split in the last round the policy allows: an editor resolves it. */
export interface Escalated extends Disagreement {
  readonly status: 'ESCALATED'
}

export type Consensus = Awaiting | Agreed | Split | Escalated

/** From this counted round on, with at least this many verdicts, one far verdict no longer blocks. */
export const FAR_DISSENT_FROM_ROUND = 2
export const FAR_DISSENT_FROM_VERDICTS = 4

/**
 * Where the reviewers of one claim stand when a round has closed.
 *
 * `verdicts` are the counted ones of that round, in any order; `countedRound` is its number among the counted rounds,
 * from 1. Counts only, no averages: a desk that splits between True and False has not agreed on Mixed. Integer
 * arithmetic, so two thirds of three is two. Throws RangeError for a rating that the scale does not have.
 */
export function consensusOf(
  verdicts: readonly CastRating[],
  scale: RatingScale,
  countedRound: number,
  policy: ConsensusPolicy,
): Consensus {
  const of = verdicts.length
  const counts = countRatings(verdicts, scale)
  if (of < policy.quorum) return { status: 'AWAITING', missing: policy.quorum - of }

  const isOn = ({ rating }: RatingCount) => ratingOf(scale, rating).position !== null
  const on = counts.filter(isOn)
  const off = counts.filter(count => !isOn(count))
  const split = (reason: SplitReason): Split | Escalated => ({
    status: countedRound < policy.maxRounds ? 'SPLIT' : 'ESCALATED',
    reason,
    counts,
    of,
    steps: on.length === 0 ? null : spanOf(on, scale),
    round: countedRound,
  })
  const agreed = ({ rating, count }: RatingCount, isOnScale: boolean, farDissents: RatingKey[]): Agreed => ({
    status: 'AGREED',
    rating,
    isOnScale,
    count,
    of,
    dissents: counts.filter(other => other.rating !== rating),
    farDissents,
  })
  // The majority is above one half, so at most one branch and one rating can have it.
  const hasMajority = ({ count }: Pick<RatingCount, 'count'>) => reaches(count, of, policy)

  const offScale = off.find(hasMajority)
  if (offScale) return agreed(offScale, false, [])
  if (!hasMajority({ count: total(on) })) return split('BRANCH')

  const top = on.find(hasMajority)
  if (!top) return split('MAJORITY')

  if (spanOf(on, scale) <= policy.spread) return agreed(top, true, [])
  const mayStandAlone = countedRound >= FAR_DISSENT_FROM_ROUND && of >= FAR_DISSENT_FROM_VERDICTS
  const farDissents = mayStandAlone ? loneOutliers(on, scale, policy.spread) : []
  return farDissents.length > 0 ? agreed(top, true, farDissents) : split('SPREAD')
}

/** Whether `count` of `of` is at least the policy's majority. */
function reaches(count: number, of: number, policy: ConsensusPolicy): boolean {
  return count * policy.majorityDenominator >= policy.majorityNumerator * of
}

/** How often each rating was given, in the scale's order; ratings nobody gave are left out. */
function countRatings(verdicts: readonly CastRating[], scale: RatingScale): RatingCount[] {
  const counts = new Map<RatingKey, number>()
  for (const { rating } of verdicts) counts.set(ratingOf(scale, rating).key, (counts.get(rating) ?? 0) + 1)
  return ratingsInOrder(scale).flatMap(({ key }) => {
    const count = counts.get(key)
    return count === undefined ? [] : [{ rating: key, count }]
  })
}

/** The ratings given once without which the others lie within the spread. */
function loneOutliers(on: readonly RatingCount[], scale: RatingScale, spread: number): RatingKey[] {
  return on
    .filter(
      outlier =>
        outlier.count === 1 &&
        spanOf(
          on.filter(count => count !== outlier),
          scale,
        ) <= spread,
    )
    .map(({ rating }) => rating)
}

/** Positions between the highest and the lowest of these on-scale ratings; 0 where they are one. */
function spanOf(on: readonly RatingCount[], scale: RatingScale): number {
  const positions = on.flatMap(({ rating }) => ratingOf(scale, rating).position ?? [])
  return Math.max(...positions) - Math.min(...positions)
}

function total(counts: readonly RatingCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}
