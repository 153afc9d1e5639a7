/** Where a pattern stands most nearly, and how many units would have to be changed, added or left out. */
interface Alignment {
  readonly start: number
  readonly end: number
  readonly distance: number
}

/**
 * The part of `text` between `from` and `to` that is nearest to `pattern` by edit distance (P. H. Sellers, "The theory
 * and computation of evolutionary distances", 1980): O(pattern × part). Of equals the first, at its shortest.
 */
export function alignBest(pattern: Uint16Array, text: Uint16Array, from: number, to: number): Alignment {
  const size = pattern.length
  const costs = new Int32Array(size + 1)
  const origins = new Int32Array(size + 1)
  for (let row = 0; row <= size; row++) {
    costs[row] = row
    origins[row] = from
  }
  let best: Alignment = { start: from, end: from, distance: size }
  for (let at = from; at < to; at++) {
    // The cell up and to the left of the current one, and where its alignment began.
    let diagonal = 0
    let diagonalOrigin = at
    costs[0] = 0
    origins[0] = at + 1
    for (let row = 1; row <= size; row++) {
      const left = costs[row] ?? 0
      const leftOrigin = origins[row] ?? 0
      let cost = diagonal + (pattern[row - 1] === text[at] ? 0 : 1)
      let origin = diagonalOrigin
      if (left + 1 < cost) {
        cost = left + 1
        origin = leftOrigin
      }
      const above = (costs[row - 1] ?? 0) + 1
      if (above < cost) {
        cost = above
        origin = origins[row - 1] ?? 0
      }
      diagonal = left
      diagonalOrigin = leftOrigin
      costs[row] = cost
      origins[row] = origin
    }
    const distance = costs[size] ?? size
    if (distance < best.distance) best = { start: origins[size] ?? at, end: at + 1, distance }
  }
  return best
}
