/** Code units a gram: long enough to be rare in prose, short enough for an edited quote to keep some. */
export const GRAM = 5

/** Where every run of `GRAM` code units of a text begins: counting sort into hash buckets, O(length) time, 8 bytes a unit. */
export interface GramIndex {
  readonly units: Uint16Array
  /** How many runs share the bucket of the one at `at` in `of`: at least as often as it occurs. Expects `at + GRAM ≤ of.length`. */
  frequency(of: Uint16Array, at: number): number
  /** Where the run at `at` in `of` stands in the text, at most `limit` places in text order. */
  occurrences(of: Uint16Array, at: number, limit: number): number[]
  /** Where all of `needle` stands, in text order, at most `limit` places. `isComplete` is false where looking on would have cost too much. */
  places(needle: Uint16Array, limit: number): { found: number[]; isComplete: boolean }
}

/** Units compared for one needle before giving up: repetitive texts ("aaaa…") make every place look likely. Prose needs some hundreds. */
const MAX_WORK = 60_000
const MAX_BUCKET_BITS = 20

/** Indexes a text given as UTF-16 code units. */
export function gramIndex(units: Uint16Array): GramIndex {
  const count = Math.max(0, units.length - GRAM + 1)
  const bits = Math.min(MAX_BUCKET_BITS, Math.max(4, Math.ceil(Math.log2(count + 1))))
  const starts = new Int32Array((1 << bits) + 1)
  for (let at = 0; at < count; at++) increment(starts, bucketOf(units, at, bits) + 1)
  for (let bucket = 0; bucket < 1 << bits; bucket++)
    starts[bucket + 1] = unit(starts, bucket + 1) + unit(starts, bucket)
  const positions = new Int32Array(count)
  const next = starts.slice()
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(units, at, bits)
    positions[unit(next, bucket)] = at
    increment(next, bucket)
  }

  const frequency = (of: Uint16Array, at: number) => {
    const bucket = bucketOf(of, at, bits)
    return unit(starts, bucket + 1) - unit(starts, bucket)
  }

  return {
    units,
    frequency,
    occurrences(of, at, limit) {
      const bucket = bucketOf(of, at, bits)
      const found: number[] = []
      for (let slot = unit(starts, bucket); slot < unit(starts, bucket + 1) && found.length < limit; slot++) {
        const place = unit(positions, slot)
        if (agreement(units, place, of, at, GRAM) === GRAM) found.push(place)
      }
      return found
    },
    places(needle, limit) {
      if (needle.length < GRAM) return scan(units, needle, limit)
      const { at, size } = rarest(needle, frequency)
      const found: number[] = []
      if (size === 0) return { found, isComplete: true }
      const bucket = bucketOf(needle, at, bits)
      let work = 0
      for (let slot = unit(starts, bucket); slot < unit(starts, bucket + 1); slot++) {
        if (work > MAX_WORK || found.length >= limit) return { found, isComplete: false }
        const place = unit(positions, slot) - at
        if (place < 0 || place + needle.length > units.length) continue
        const equal = agreement(units, place, needle, 0, needle.length)
        work += equal + 1
        if (equal === needle.length) found.push(place)
      }
      return { found, isComplete: true }
    },
  }
}

/** For needles shorter than a gram. */
function scan(units: Uint16Array, needle: Uint16Array, limit: number): { found: number[]; isComplete: boolean } {
  const found: number[] = []
  if (needle.length === 0) return { found, isComplete: true }
  const first = unit(needle, 0)
  for (let at = units.indexOf(first); at >= 0; at = units.indexOf(first, at + 1)) {
    if (at + needle.length > units.length) break
    if (found.length >= limit) return { found, isComplete: false }
    if (agreement(units, at, needle, 0, needle.length) === needle.length) found.push(at)
  }
  return { found, isComplete: true }
}

/** The run of a needle that the fewest places share. */
function rarest(needle: Uint16Array, frequency: GramIndex['frequency']): { at: number; size: number } {
  let best = { at: 0, size: frequency(needle, 0) }
  for (let at = 1; at + GRAM <= needle.length && best.size > 1; at++) {
    const size = frequency(needle, at)
    if (size < best.size) best = { at, size }
  }
  return best
}

/** How many of `length` units are equal from there on. */
function agreement(units: Uint16Array, at: number, other: Uint16Array, from: number, length: number): number {
  let equal = 0
  while (equal < length && units[at + equal] === other[from + equal]) equal++
  return equal
}

function bucketOf(units: Uint16Array, at: number, bits: number): number {
  let hash = 0
  for (let index = at; index < at + GRAM; index++) hash = Math.imul(hash ^ unit(units, index), 0x9e3779b1)
  return (hash ^ (hash >>> 15)) & ((1 << bits) - 1)
}

function increment(counts: Int32Array, at: number): void {
  counts[at] = unit(counts, at) + 1
}

/** Within the array by construction; the compiler cannot know. */
function unit(units: Uint16Array | Int32Array, at: number): number {
  return units[at] ?? 0
}
