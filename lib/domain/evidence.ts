import { STANCES, type Stance } from './vocabulary'

/** A cited source as far as its place in a list depends on it. */
export interface ListedSource {
  readonly id: string
  readonly title: string
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly publishedOn: string | null
}

export interface CitedSource<S extends ListedSource> {
  readonly stance: Stance
  readonly source: S
  /** The passage, word for word. */
  readonly quote: string | null
  /** What the source reports, in the reviewer's own words. */
  readonly note: string | null
}

export interface Evidence<S extends ListedSource> {
  readonly stance: Stance
  readonly source: S
  /** Every different passage or note that was taken from it. */
  readonly passages: readonly { readonly quote: string | null; readonly note: string | null }[]
}

/**
 * The evidence of several verdicts as one numbered list: each source once for each stance, supporting before refuting
 * before context, within these by date of publication (unknown last), then title. The order depends on nothing else, so
 * the number that an explanation cites as [1] is the same for the editor and for readers, and who cited a source does
 * not show.
 */
export function mergeEvidence<S extends ListedSource>(citations: readonly CitedSource<S>[]): Evidence<S>[] {
  const groups = new Map<string, CitedSource<S>[]>()
  for (const citation of citations) {
    const key = `${citation.stance} ${citation.source.id}`
    const group = groups.get(key)
    if (group) group.push(citation)
    else groups.set(key, [citation])
  }
  return [...groups.values()]
    .flatMap(group =>
      group[0] ? [{ stance: group[0].stance, source: group[0].source, passages: passagesOf(group) }] : [],
    )
    .sort((one, other) => compareKeys(sortKeys(one), sortKeys(other)))
}

function passagesOf(group: readonly CitedSource<ListedSource>[]): Evidence<ListedSource>['passages'] {
  const passages = group.map(({ quote, note }) => ({ quote, note })).filter(({ quote, note }) => quote ?? note)
  const textOf = (passage: { quote: string | null; note: string | null }) =>
    JSON.stringify([passage.quote, passage.note])
  const unique = new Map(passages.map(passage => [textOf(passage), passage]))
  return [...unique].sort(([one], [other]) => compareText(one, other)).map(([, passage]) => passage)
}

function sortKeys({ stance, source }: Evidence<ListedSource>): string[] {
  return [String(STANCES.indexOf(stance)), source.publishedOn ?? '9999-99', source.title, source.id]
}

function compareKeys(one: readonly string[], other: readonly string[]): number {
  return one.reduce((found, key, index) => found || compareText(key, other[index] ?? ''), 0)
}

/** By UTF-16 code unit: no locale, so the same list everywhere. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** [1], [2, 3] or [1–3]. */
const MARKER = /\[(\d{1,4}(?:\s*[,–-]\s*\d{1,4})*)\]/g

/** Each number or range of numbers by which a text points to the evidence, as [first, last]. */
function pointersIn(text: string): [number, number][] {
  return [...text.matchAll(MARKER)].flatMap(([, inside = '']) =>
    inside.split(',').map((piece): [number, number] => {
      const numbers = piece.split(/[–-]/).map(Number)
      return [Math.min(...numbers), Math.max(...numbers)]
    }),
  )
}

/** Whether a text points to this piece of the evidence, by itself or within a range. */
export function pointsTo(text: string, number: number): boolean {
  return pointersIn(text).some(([first, last]) => first <= number && number <= last)
}

/**
 * What is wrong with the numbers by which an explanation points to the evidence, as in "[2]", in a sentence for its
 * writer; null when each of them leads somewhere. `count` is how many entries the merged evidence has.
 */
export function evidenceNumberProblem(explanation: string, count: number): string | null {
  const unknown = pointersIn(explanation)
    .flat()
    .find(number => number < 1 || number > count)
  if (unknown === undefined) return null
  return count === 0
    ? `There is no evidence ${unknown}: no source is cited.`
    : `There is no evidence ${unknown}: the list ends at ${count}.`
}

/** For each verdict the numbers, in the merged list, of the evidence that it alone brings. */
export function evidenceOfItsOwn(
  verdicts: readonly { readonly citations: readonly CitedSource<ListedSource>[] }[],
): number[][] {
  const entries = mergeEvidence(verdicts.flatMap(({ citations }) => citations))
  const cites = (citations: readonly CitedSource<ListedSource>[], { stance, source }: Evidence<ListedSource>) =>
    citations.some(citation => citation.stance === stance && citation.source.id === source.id)
  return verdicts.map(verdict =>
    entries.flatMap((entry, index) => {
      const isShared = verdicts.some(other => other !== verdict && cites(other.citations, entry))
      return cites(verdict.citations, entry) && !isShared ? [index + 1] : []
    }),
  )
}
