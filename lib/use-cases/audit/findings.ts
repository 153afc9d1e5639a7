import type { Json } from '@/lib/domain/hash'

/** One thing that is not as the history says, in plain words. */
export type Finding = {
  /** Which desk, by name and id; empty for what belongs to none. */
  desk: string
  /** Which row, event or stream, in words with its ids. */
  place: string
  /** What is stored and what it should be. */
  problem: string
}

export type Tally = { chains: number; events: number; statuses: number }

/** How the page of a publication is made: of a stored one the audit asks whether it is what this makes. */
export type PageMaker = {
  /** A stored page of another renderer is never served, and not looked at. */
  renderer: string
  render: (snapshot: unknown, hash: string) => string
}

/** What an audit has found and looked at so far. */
export type Audit = {
  readonly pages: PageMaker | null
  readonly findings: readonly Finding[]
  readonly tally: Tally
  /** The same audit, speaking of another desk. */
  ofDesk(desk: string): Audit
  /** Notes something wrong at a place. */
  report(place: string, problem: string): void
  /** Notes when a stored value is not what it should be. Dates compare by their milliseconds. */
  expect(place: string, field: string, stored: Comparable, should: Comparable): void
  /** Counts rows of a table that have been looked at. */
  saw(table: string, count: number): void
  /** How many rows of a table have been looked at for this desk. */
  seen(table: string): number
}

type Comparable = Json | Date | undefined

/** As many as a person will read; the first one is what counts. */
const MOST_FINDINGS = 200
const MOST_CHARACTERS = 120

/** An audit that has found nothing yet. Without a maker of pages, stored pages are not looked at. */
export function startAudit(pages: PageMaker | null = null): Audit {
  const findings: Finding[] = []
  const tally: Tally = { chains: 0, events: 0, statuses: 0 }
  const ofDesk = (desk: string): Audit => {
    const counts = new Map<string, number>()
    const report = (place: string, problem: string) => {
      if (findings.length < MOST_FINDINGS) findings.push({ desk, place, problem })
    }
    return {
      pages,
      findings,
      tally,
      ofDesk,
      report,
      expect(place, field, stored, should) {
        const [is, ought] = [spelled(stored), spelled(should)]
        if (is !== ought) report(place, `${field} is ${shortened(is)} and should be ${shortened(ought)}.`)
      },
      saw: (table, count) => counts.set(table, (counts.get(table) ?? 0) + count),
      seen: table => counts.get(table) ?? 0,
    }
  }
  return ofDesk('')
}

function spelled(value: Comparable): string {
  if (value === null || value === undefined) return 'empty'
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  return JSON.stringify(value)
}

function shortened(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`
}
