/** The first whole number from `low` on for which this holds, as it does for all after it; `high` where it is none before. O(log n). */
export function firstWhere(low: number, high: number, holds: (number: number) => boolean): number {
  let first = low
  let end = high
  while (first < end) {
    const middle = (first + end) >> 1
    if (holds(middle)) end = middle
    else first = middle + 1
  }
  return first
}

/** Index of the first of ascending numbers that is at least a limit; their count where none is. O(log n). */
export function firstAtLeast(numbers: ArrayLike<number>, limit: number): number {
  return firstWhere(0, numbers.length, index => (numbers[index] ?? 0) >= limit)
}

/** Index of the last of ascending numbers that is at most a limit, or -1. O(log n). */
export function lastAtMost(numbers: ArrayLike<number>, limit: number): number {
  return firstWhere(0, numbers.length, index => (numbers[index] ?? 0) > limit) - 1
}
