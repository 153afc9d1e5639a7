import type { Outcome, Policy } from './desk-state'

/** The default scale's ratings: those on it with their position, those off it without. */
export const POSITIONS: Readonly<Record<string, number | null>> = {
  TRUE: 5,
  MOSTLY_TRUE: 4,
  MIXED: 3,
  MOSTLY_FALSE: 2,
  FALSE: 1,
  MISSING_CONTEXT: null,
  UNVERIFIABLE: null,
  OPINION: null,
}

/** What the ratings of a closed round say, counted on fingers. `round` is its number among those that count. */
export function tally(ratings: readonly string[], round: number, quorum: number, policy: Policy): Outcome {
  if (ratings.length < quorum) return { status: 'AWAITING' }
  const enough = smallestMajority(ratings.length, policy.share)
  const holds = (rating: string) => ratings.filter(other => other === rating).length >= enough
  const split = (reason: string): Outcome => ({ status: round >= policy.maxRounds ? 'ESCALATED' : 'SPLIT', reason })

  const onScale = ratings.filter(rating => POSITIONS[rating] !== null)
  const label = ratings.find(rating => POSITIONS[rating] === null && holds(rating))
  if (label) return { status: 'AGREED', rating: label }
  if (onScale.length < enough) return split('BRANCH')
  const rating = onScale.find(holds)
  if (!rating) return split('MAJORITY')

  const isClose = (few: readonly string[]) => width(few) <= policy.spread
  const oneLeftOut = onScale.some((_rating, index) => isClose(onScale.toSpliced(index, 1)))
  const mayBeLeftOut = round >= 2 && ratings.length >= 4
  return isClose(onScale) || (mayBeLeftOut && oneLeftOut) ? { status: 'AGREED', rating } : split('SPREAD')
}

/** The fewest of `of` that make up the share. */
function smallestMajority(of: number, [some, all]: readonly [number, number]): number {
  let count = 0
  while (count * all < some * of) count++
  return count
}

function width(ratings: readonly string[]): number {
  const places = ratings.map(rating => POSITIONS[rating] ?? 0).sort((one, other) => one - other)
  return (places.at(-1) ?? 0) - (places[0] ?? 0)
}
