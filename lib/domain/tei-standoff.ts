import { firstWhere } from './binary-search'
import type { ExportedAgent, ExportedClaim, ExportedPassage } from './exported-claim'
import { SAMPLE_NOTE } from './sample-note'
import type { Direction } from './vocabulary'
import { element, type XmlElement } from './xml-tree'

export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0'

export interface TeiHead {
  readonly title: string
  readonly claimant: string
  readonly appearance: string | null
  readonly saidOn: string | null
  readonly language: string
  readonly direction: Direction
  readonly versionNumber: number
  readonly text: string
  readonly sha256: string
  /** RFC 3339. */
  readonly retrievedAt: string
  readonly desk: string
  readonly isSample: boolean
  /** Where the canonical text is served. */
  readonly textAddress: string
}

/**
 * A text with its claims beside it, as TEI P5: an `annotation` a claim (Guidelines 17.10, which follow the Web Annotation
 * Data Model), pointing into the paragraphs by `string-range()`, which counts code points from 0. Each line of the canonical
 * text is a paragraph. A claim of which no passage stands in this text has nothing to point to and is left out.
 */
export function teiStandoff(head: TeiHead, claims: readonly ExportedClaim[]): XmlElement {
  const lines = linesOf(head.text)
  const pointed = claims
    .map(claim => ({ claim, pointers: claim.passages.flatMap(passage => pointersTo(lines, passage)) }))
    .filter(({ pointers }) => pointers.length > 0)
  return element(
    'TEI',
    { xmlns: TEI_NAMESPACE },
    headerOf(head, ratingsIn(claims)),
    element(
      'standOff',
      {},
      element('listAnnotation', {}, ...pointed.map(({ claim, pointers }) => annotationOf(claim, pointers))),
    ),
    element(
      'text',
      // TEI has no attribute for the direction: CSS says it (Guidelines 1.3.1.1.3).
      { 'xml:lang': head.language, style: `direction: ${head.direction}` },
      element(
        'body',
        { 'xml:space': 'preserve' },
        ...lines.map(({ text }, index) =>
          element('p', { 'xml:id': paragraphId(index) }, ...(text === '' ? [] : [text])),
        ),
      ),
    ),
  )
}

type Ratings = ReadonlyMap<string, string>

/** The ratings that the claims carry, by key, with their words. */
function ratingsIn(claims: readonly ExportedClaim[]): Ratings {
  const said = claims.flatMap(({ result, verdicts }) => [
    ...(result ? [result] : []),
    ...verdicts.map(({ rating }) => rating),
  ])
  return new Map(said.flatMap(({ key, label }) => (key === null ? [] : [[key, label] as const])).sort())
}

function headerOf(head: TeiHead, ratings: Ratings): XmlElement {
  const { title, claimant, appearance, saidOn, language, versionNumber, sha256, retrievedAt, desk, textAddress } = head
  return element(
    'teiHeader',
    {},
    element(
      'fileDesc',
      {},
      element('titleStmt', {}, element('title', {}, title), element('author', {}, claimant)),
      element('publicationStmt', {}, element('authority', {}, desk)),
      ...(head.isSample ? [element('notesStmt', {}, element('note', {}, SAMPLE_NOTE))] : []),
      element(
        'sourceDesc',
        {},
        element(
          'bibl',
          {},
          element('title', {}, title),
          element('author', {}, claimant),
          ...(saidOn === null ? [] : [element('date', { when: saidOn }, saidOn)]),
          ...(appearance === null ? [] : [element('ref', { target: appearance }, appearance)]),
          element(
            'note',
            {},
            `Version ${versionNumber} of the text, retrieved `,
            element('date', { when: retrievedAt }, retrievedAt),
          ),
          element('ref', { type: 'canonical-text', target: textAddress }, `SHA-256 ${sha256}`),
        ),
      ),
    ),
    element(
      'encodingDesc',
      {},
      element('editorialDecl', {}, element('p', {}, HOW_IT_IS_ENCODED)),
      ...(ratings.size === 0
        ? []
        : [
            element(
              'classDecl',
              {},
              element(
                'taxonomy',
                { 'xml:id': 'ratings' },
                ...[...ratings].map(([key, label]) =>
                  element('category', { 'xml:id': ratingId(key) }, element('catDesc', {}, label)),
                ),
              ),
            ),
          ]),
    ),
    element('profileDesc', {}, element('langUsage', {}, element('language', { ident: language }))),
  )
}

const HOW_IT_IS_ENCODED =
  'Each line of the canonical text is a paragraph; joined by line feeds they are that text. Offsets count Unicode code points. A control character that XML cannot hold stands as U+FFFD, one for one.'

function annotationOf(claim: ExportedClaim, pointers: readonly string[]): XmlElement {
  const { id, claimReviewed, status, result, explanation, verdicts, sources, creator, createdAt, modifiedAt } = claim
  const change = (kind: string, when: string) => element('change', { status: kind, when })
  return element(
    'annotation',
    { 'xml:id': `claim-${id}`, motivation: 'assessing', target: pointers.join(' ') },
    element('respStmt', {}, element('resp', {}, 'creator'), nameOf(creator)),
    element(
      'revisionDesc',
      {},
      ...(createdAt === null ? [] : [change('created', createdAt)]),
      change('modified', modifiedAt),
    ),
    ...classificationOf(result),
    element('note', { type: 'claim' }, claimReviewed),
    ...(status === null ? [] : [element('note', { type: 'status' }, status)]),
    ...(explanation === null ? [] : [element('note', { type: 'explanation' }, explanation)]),
    ...verdicts.map(({ id, reviewer, rating, rationale }) =>
      element(
        'note',
        { type: 'verdict', 'xml:id': `verdict-${id}`, ana: `#${ratingId(rating.key)}` },
        nameOf(reviewer),
        `: ${rationale}`,
      ),
    ),
    ...sources.flatMap(({ title, url }) =>
      url === null ? [] : [element('ref', { type: 'source', target: url }, title)],
    ),
  )
}

function classificationOf(result: ExportedClaim['result']): XmlElement[] {
  if (result === null) return []
  if (result.key === null) return [element('note', { type: 'rating' }, result.label)]
  return [element('ref', { type: 'rating', target: `#${ratingId(result.key)}` }, result.label)]
}

function nameOf(agent: ExportedAgent): XmlElement {
  return element(agent.kind === 'person' ? 'persName' : 'orgName', {}, agent.name)
}

/** Keys are capital letters, digits and underscores: good in an xml:id. */
function ratingId(key: string): string {
  return `rating-${key}`
}

function paragraphId(index: number): string {
  return `p${index + 1}`
}

/** A line of the text: where it begins and how long it is, in code points. */
type Line = { readonly text: string; readonly start: number; readonly length: number }

function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map(line => {
    const at = start
    const length = Array.from(line).length
    start += length + 1
    return { text: line, start: at, length }
  })
}

/** One pointer for each paragraph that the passage touches; none where it does not stand in this text. */
function pointersTo(lines: readonly Line[], { state, start, end }: ExportedPassage): string[] {
  if (state !== 'ANCHORED') return []
  const pointers: string[] = []
  for (let index = lineAt(lines, start); index < lines.length; index++) {
    const line = lines[index]
    if (!line || line.start >= end) break
    const from = Math.max(start - line.start, 0)
    const to = Math.min(end - line.start, line.length)
    if (from < to) pointers.push(`#string-range(${paragraphId(index)},${from},${to - from})`)
  }
  return pointers
}

/** Index of the last line that begins at or before the offset. */
function lineAt(lines: readonly Line[], offset: number): number {
  return Math.max(0, firstWhere(0, lines.length, index => (lines[index]?.start ?? 0) > offset) - 1)
}
