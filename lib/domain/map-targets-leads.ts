import type { TextRange } from './graphemes'

/**
 * What says, from above or in front, how several sentences are to be read: whose words a paragraph gives, what a list is a
 * list of. Offsets count UTF-16 code units of the normalised text.
 */
export interface Lead {
  /** The words that lead in. */
  readonly words: TextRange
  /** What they lead in to, from its first character to after its last. */
  readonly start: number
  readonly end: number
}

interface Line {
  readonly start: number
  readonly end: number
  readonly isItem: boolean
}

/** A label is a name or a few words: "Smith:", "Minister (in the chamber):". UTF-16 code units. */
const LONGEST_LABEL = 48
const LABEL = new RegExp(`^[^!?:;,"]{1,${LONGEST_LABEL}}: `)
const MOST_WORDS = 5

/** Collects the leads of a text line by line, in text order. */
export class LeadFinder {
  /** Of the line above: over the rest of a paragraph, or over all items of a list. */
  readonly above: Lead[] = []
  /** At the beginning of a line: over the sentences of that line. */
  readonly labels: Lead[] = []
  private open: { words: TextRange; start: number; isList: boolean } | null = null

  constructor(private readonly normalized: string) {}

  /** To be called for each line. `leadStart` is where the words begin that lead from it to the next one; null where none do. */
  addLine(line: Line, next: Line | undefined, isBoundary: boolean, leadStart: number | null): void {
    if (this.open && (!next || (isBoundary && !(this.open.isList && next.isItem)))) {
      this.above.push({ words: this.open.words, start: this.open.start, end: line.end })
      this.open = null
    }
    if (!next || leadStart === null) return
    this.open = { words: { start: leadStart, end: line.end }, start: next.start, isList: next.isItem }
  }

  /** To be called for each line that has more than one sentence, the first of which ends at `firstEnd`. */
  addLabelOf(line: Line, firstEnd: number): void {
    const [label] =
      LABEL.exec(this.normalized.slice(line.start, Math.min(firstEnd, line.start + LONGEST_LABEL + 2))) ?? []
    if (label === undefined || label.split(' ').length > MOST_WORDS + 1) return
    this.labels.push({ words: { start: line.start, end: line.start + label.length }, start: line.start, end: line.end })
  }
}

/** What leads in to a place, of ascending leads that do not overlap. O(log n). */
export function leadAt(leads: readonly Lead[], at: number): Lead | undefined {
  let low = 0
  let high = leads.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((leads[middle]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const lead = leads[low - 1]
  return lead && at < lead.end ? lead : undefined
}
