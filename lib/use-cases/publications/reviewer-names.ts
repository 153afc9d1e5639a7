import { randomInt } from 'node:crypto'

type Reviewed = { verdicts: readonly { reviewerId: string; reviewerName: string }[] }

/**
 * What readers call each reviewer, by member id: their name where the desk shows names, else "Reviewer A", "Reviewer B"…
 * in the order that `shuffle` gives, so that no two publications' letters can be told to be one person's.
 */
export function publishedNames(
  claims: readonly Reviewed[],
  isNamed: boolean,
  shuffle: (ids: readonly string[]) => string[],
): Map<string, string> {
  const reviewers = new Map(
    claims.flatMap(({ verdicts }) => verdicts.map(({ reviewerId, reviewerName }) => [reviewerId, reviewerName])),
  )
  if (isNamed) return reviewers
  return new Map(shuffle([...reviewers.keys()].sort()).map((id, index) => [id, `Reviewer ${letters(index)}`]))
}

/** A to Z, then AA, AB and so on; from 0. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

/** A fair random order (Fisher and Yates) from the system's secure generator. */
export function shuffled(ids: readonly string[]): string[] {
  const order = [...ids]
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [a, b] = [order[last], order[other]]
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a]
  }
  return order
}
