import { firstAtLeast, lastAtMost } from './binary-search'

/** Marked offsets of a text: to be asked of single ones, and to be gone through in order. */
export class Marks {
  private readonly values: Uint8Array
  private readonly marked: number[] = []

  /** For offsets from 0 to `length`. */
  constructor(length: number) {
    this.values = new Uint8Array(length + 1)
  }

  /** All that are marked, ascending. */
  get offsets(): readonly number[] {
    return this.marked
  }

  /** The last one; -1 where none is. */
  get last(): number {
    return this.marked.at(-1) ?? -1
  }

  /** Marks an offset behind all that are. `value`: 1 to 255. */
  add(offset: number, value = 1): void {
    this.values[offset] = value
    this.marked.push(offset)
  }

  /** The first marked offset that is at least this; infinite where none is. O(log n). */
  firstFrom(offset: number): number {
    return this.marked[firstAtLeast(this.marked, offset)] ?? Number.POSITIVE_INFINITY
  }

  /** The last marked offset that is at most this; -1 where none is. O(log n). */
  lastUpTo(offset: number): number {
    return this.marked[lastAtMost(this.marked, offset)] ?? -1
  }

  /** 0 where nothing is marked. */
  valueAt(offset: number): number {
    return this.values[offset] ?? 0
  }
}
