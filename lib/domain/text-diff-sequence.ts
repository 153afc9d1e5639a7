/** A stretch that is equal in two sequences: `length` elements, beginning at `from` in one and at `to` in the other. */
export interface EqualRun {
  readonly from: number
  readonly to: number
  readonly length: number
}

/**
 * How many elements in a row must be unique in both sequences to be an anchor, at each depth: long stretches first, so
 * that common words do not pull apart what belongs together; then single elements, as in a patience diff.
 */
const ANCHOR_LENGTHS = [12, 4, 1, 1]
/** Differences that are looked for where there is no anchor (Myers' D): takes D² memory and D × length time. */
const MAX_DIFFERENCES = 1_000
/** Steps spent on that: for each element of a place, in one place and in all. What is left when they are used up counts as one difference. */
const STEPS_FOR_EACH = 100
const STEPS_IN_ONE_PLACE = 1_000_000
const STEPS_IN_ALL = 8_000_000

/**
 * The stretches that two sequences have in common, in order and disjoint, as long as they can be. Common beginning and
 * end first, then anchors (Bram Cohen's patience diff, over n-grams), then Myers' O(ND) between them.
 * O(n log n): where the sequences repeat themselves so much that it would take longer, the answer gets coarser.
 */
export function equalRuns(a: Int32Array, b: Int32Array): EqualRun[] {
  const comparison = new Comparison(a, b)
  comparison.compare({ a0: 0, a1: a.length, b0: 0, b1: b.length }, 0)
  return comparison.runs
}

/** Half-open ranges of the two sequences. */
interface Part {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

class Comparison {
  readonly runs: EqualRun[] = []
  private stepsLeft = STEPS_IN_ALL

  constructor(
    private readonly a: Int32Array,
    private readonly b: Int32Array,
  ) {}

  /** Finds the runs of one part, from left to right. Recurses no deeper than there are anchor lengths. */
  compare({ a0, a1, b0, b1 }: Part, depth: number): void {
    const { a, b } = this
    let start = 0
    while (a0 + start < a1 && b0 + start < b1 && a[a0 + start] === b[b0 + start]) start++
    let end = 0
    while (a1 - end > a0 + start && b1 - end > b0 + start && a[a1 - end - 1] === b[b1 - end - 1]) end++
    this.add(a0, b0, start)
    const middle = { a0: a0 + start, a1: a1 - end, b0: b0 + start, b1: b1 - end }
    if (middle.a0 < middle.a1 && middle.b0 < middle.b1) this.compareMiddle(middle, depth)
    this.add(a1 - end, b1 - end, end)
  }

  private compareMiddle(part: Part, depth: number): void {
    const length = ANCHOR_LENGTHS[depth]
    if (length === undefined) {
      this.compareByDifferences(part)
      return
    }
    const { a, b } = this
    const { anchors, isDisjoint } = anchorsIn(a, b, part, length)
    if (isDisjoint && length === 1) return
    let { a0, b0 } = part
    for (const { from, to } of anchors) {
      if (from < a0 || to < b0) continue
      let before = 0
      while (from - before > a0 && to - before > b0 && a[from - before - 1] === b[to - before - 1]) before++
      let after = length
      while (from + after < part.a1 && to + after < part.b1 && a[from + after] === b[to + after]) after++
      this.compare({ a0, a1: from - before, b0, b1: to - before }, depth + 1)
      this.add(from - before, to - before, before + after)
      a0 = from + after
      b0 = to + after
    }
    this.compare({ a0, a1: part.a1, b0, b1: part.b1 }, depth + 1)
  }

  /** Eugene Myers, An O(ND) Difference Algorithm and Its Variations (1986), the greedy form. */
  private compareByDifferences({ a0, a1, b0, b1 }: Part): void {
    const { a, b } = this
    const n = a1 - a0
    const m = b1 - b0
    const most = Math.min(n + m, MAX_DIFFERENCES)
    /** Per diagonal, the furthest point reached; -1 where none was. */
    const reached = new Int32Array(2 * most + 3).fill(-1)
    const middle = most + 1
    reached[middle + 1] = 0
    /** For each number of differences, how far each diagonal had come before it. */
    const trace: Int32Array[] = []
    let steps = Math.min(STEPS_FOR_EACH * (n + m), STEPS_IN_ONE_PLACE, this.stepsLeft)
    this.stepsLeft -= steps
    for (let d = 0; d <= most; d++) {
      trace.push(reached.slice(middle - d - 1, middle + d + 2))
      for (let k = -d; k <= d; k += 2) {
        steps--
        if (k < -m || k > n) continue
        const down = reached[middle + k + 1] ?? -1
        const right = reached[middle + k - 1] ?? -1
        let x = k === -d || (k !== d && right < down) ? down : right + 1
        let y = x - k
        if (x > n || y > m) {
          reached[middle + k] = x
          continue
        }
        const before = x
        while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
          x++
          y++
        }
        steps -= x - before
        reached[middle + k] = x
        if (x >= n && y >= m) {
          this.stepsLeft += Math.max(0, steps)
          this.addTraced(trace, a0, b0, n, m)
          return
        }
      }
      if (steps <= 0) return
    }
    this.stepsLeft += Math.max(0, steps)
  }

  private addTraced(trace: readonly Int32Array[], a0: number, b0: number, n: number, m: number): void {
    const found: EqualRun[] = []
    let x = n
    let y = m
    for (let d = trace.length - 1; d >= 0; d--) {
      const before = trace[d]
      if (!before) break
      const k = x - y
      const down = before[k + 1 + d + 1] ?? -1
      const right = before[k - 1 + d + 1] ?? -1
      const isDown = k === -d || (k !== d && right < down)
      const startX = d === 0 ? 0 : isDown ? down : right + 1
      const startY = startX - k
      if (x > startX) found.push({ from: a0 + startX, to: b0 + startY, length: x - startX })
      x = isDown ? startX : startX - 1
      y = isDown ? startY - 1 : startY
    }
    for (const run of found.reverse()) this.add(run.from, run.to, run.length)
  }

  private add(from: number, to: number, length: number): void {
    if (length === 0) return
    const last = this.runs.at(-1)
    if (last && last.from + last.length === from && last.to + last.length === to) {
      this.runs[this.runs.length - 1] = { from: last.from, to: last.to, length: last.length + length }
    } else {
      this.runs.push({ from, to, length })
    }
  }
}

interface Anchor {
  readonly from: number
  readonly to: number
}

const NONE = -1
const SEVERAL = -2

/** Stretches of a length that occur once in each sequence, the most of them that stand in the same order in both. */
function anchorsIn(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Part,
  length: number,
): { anchors: Anchor[]; isDisjoint: boolean } {
  const count = a1 - a0 - length + 1
  if (count <= 0 || b1 - b0 < length) return { anchors: [], isDisjoint: false }
  const size = 2 ** Math.ceil(Math.log2(2 * count + 1))
  // Open addressing over the hashes of a's stretches; equal hashes of different ones cost an anchor, not the truth.
  const hashes = new Int32Array(size)
  const inA = new Int32Array(size).fill(NONE)
  const inB = new Int32Array(size).fill(NONE)
  const slotOf = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    while (inA[slot] !== NONE && hashes[slot] !== hash) slot = (slot + 1) & (size - 1)
    return slot
  }
  for (let at = a0; at + length <= a1; at++) {
    const hash = hashAt(a, at, length)
    const slot = slotOf(hash)
    hashes[slot] = hash
    inA[slot] = inA[slot] === NONE ? at : SEVERAL
  }
  let isDisjoint = true
  for (let at = b0; at + length <= b1; at++) {
    const slot = slotOf(hashAt(b, at, length))
    if (inA[slot] === NONE) continue
    isDisjoint = false
    inB[slot] = inB[slot] === NONE ? at : SEVERAL
  }
  const pairs: Anchor[] = []
  for (let slot = 0; slot < size; slot++) {
    const from = inA[slot] ?? NONE
    const to = inB[slot] ?? NONE
    if (from >= 0 && to >= 0 && isEqualAt(a, from, b, to, length)) pairs.push({ from, to })
  }
  pairs.sort((one, other) => one.from - other.from)
  return { anchors: longestIncreasing(pairs), isDisjoint }
}

function hashAt(ids: Int32Array, at: number, length: number): number {
  let hash = 0x9e3779b9
  for (let index = at; index < at + length; index++) {
    hash = Math.imul(hash ^ (ids[index] ?? 0), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  return hash | 0
}

function isEqualAt(a: Int32Array, from: number, b: Int32Array, to: number, length: number): boolean {
  for (let index = 0; index < length; index++) if (a[from + index] !== b[to + index]) return false
  return true
}

/** The longest subsequence whose `to` increases too; the pairs come sorted by `from`. O(n log n). */
function longestIncreasing(pairs: readonly Anchor[]): Anchor[] {
  /** Per length of a subsequence, the index of the pair that ends the one with the smallest end. */
  const ends: number[] = []
  const previous = new Int32Array(pairs.length)
  pairs.forEach(({ to }, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.to ?? 0) < to) low = middle + 1
      else high = middle
    }
    previous[index] = ends[low - 1] ?? NONE
    ends[low] = index
  })
  const longest: Anchor[] = []
  for (let index = ends.at(-1) ?? NONE; index >= 0; index = previous[index] ?? NONE) {
    const pair = pairs[index]
    if (pair) longest.push(pair)
  }
  return longest.reverse()
}
