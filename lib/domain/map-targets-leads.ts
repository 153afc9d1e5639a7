import { firstWhere } from './binary-search'
import type { TextRange } from './graphemes'
import type { Marks } from './map-targets-marks'
import { NextCharacter } from './next-character'

/**
 * What says, from beside them, how several sentences are to be read: whose words a paragraph or a quotation gives, what a
 * list is a list of. Offsets count UTF-16 code units of the normalised text.
 */
export interface Lead {
  /** The words that say so. */
  readonly words: TextRange
  /** Of what they say it, from its first character to after its last. */
  readonly start: number
  readonly end: number
}

interface Line {
  readonly start: number
  readonly end: number
  readonly isItem: boolean
  /** A blank line follows. */
  readonly isLastOfParagraph: boolean
}

interface Open {
  readonly words: TextRange
  readonly start: number
  readonly isList: boolean
  /** "The following is false:" is said of every line up to a blank one. */
  readonly isColon: boolean
}

/** A label is a name or a few words: "Smith:", "Minister (in the chamber):". UTF-16 code units. */
const LONGEST_LABEL = 48
const LABEL = new RegExp(`^[^!?:;,"]{1,${LONGEST_LABEL}}: `)
const MOST_WORDS = 5

/** Collects the leads of a text line by line, in text order. */
export class LeadFinder {
  /** Of the line above: over the rest of a paragraph, over all items of a list, after a colon over all lines up to a blank one. */
  readonly above: Lead[] = []
  /** At the beginning of a line: over the sentences of that line. */
  readonly labels: Lead[] = []
  /** Before and after a quotation of several sentences, in the sentences in which it begins and ends. */
  readonly before: Lead[] = []
  readonly after: Lead[] = []
  private open: Open | null = null
  private readonly quoteMarks: NextCharacter

  constructor(private readonly normalized: string) {
    this.quoteMarks = new NextCharacter(normalized, /"/g)
  }

  /** To be called for each line. `leadStart` is where the words begin that lead from it to the next one; null where none do. */
  addLine(line: Line, next: Line | undefined, isBoundary: boolean, leadStart: number | null): void {
    if (this.open && !(next && leadStart === null && (!isBoundary || goesOver(this.open, line, next)))) {
      this.above.push({ words: this.open.words, start: this.open.start, end: line.end })
      this.open = null
    }
    if (!next || leadStart === null) return
    const words = { start: leadStart, end: line.end }
    const isColon = /[:\uff1a]/.test(this.normalized.charAt(line.end - 1))
    this.open = { words, start: next.start, isList: next.isItem, isColon }
  }

  /** To be called for each line that has more than one sentence, the first of which ends at `firstEnd`. */
  addLabelOf(line: Line, firstEnd: number): void {
    const [label] =
      LABEL.exec(this.normalized.slice(line.start, Math.min(firstEnd, line.start + LONGEST_LABEL + 2))) ?? []
    if (label === undefined || label.split(' ').length > MOST_WORDS + 1) return
    this.labels.push({ words: { start: line.start, end: line.start + label.length }, start: line.start, end: line.end })
  }

  /**
   * To be called, in text order, for each line that has more than one sentence; `starts` and `ends` mark them. Quote
   * marks are taken in pairs: where one is missing or means inches, at worst an edit beside it makes a person look.
   */
  addQuotationsOf(line: Line, starts: Marks, ends: Marks): void {
    for (let open = this.quoteMark(line.start, line); open < line.end; ) {
      const close = this.quoteMark(open + 1, line)
      if (close >= line.end) return
      if (starts.firstFrom(open + 1) < close) {
        const scope = { start: open, end: close + 1 }
        const start = Math.max(line.start, starts.lastUpTo(open))
        if (start < open) this.before.push({ words: { start, end: open }, ...scope })
        const end = Math.min(line.end, ends.firstFrom(close + 1))
        if (end > close + 1) this.after.push({ words: { start: close + 1, end }, ...scope })
      }
      open = this.quoteMark(close + 1, line)
    }
  }

  private quoteMark(from: number, line: Line): number {
    return Math.min(this.quoteMarks.from(from), line.end)
  }
}

/** Whether what leads in to a line leads in to the next one too. */
function goesOver({ isList, isColon }: Open, line: Line, next: Line): boolean {
  return (isList && next.isItem) || (isColon && !line.isLastOfParagraph)
}

/** What leads in to a place, of ascending leads that do not overlap. O(log n). */
export function leadAt(leads: readonly Lead[], at: number): Lead | undefined {
  const lead = leads[firstWhere(0, leads.length, index => (leads[index]?.start ?? 0) > at) - 1]
  return lead && at < lead.end ? lead : undefined
}
