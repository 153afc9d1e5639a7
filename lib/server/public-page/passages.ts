import { type Block, blocksOf } from '@/lib/domain/blocks'
import { trimSpan } from '@/lib/domain/graphemes'
import { type Segment, segmentSpans } from '@/lib/domain/span-order'

/** A claim as far as the running text depends on it. */
export type MarkedClaim = {
  number: number
  targets: readonly { start: number; end: number }[]
}

/** One marked passage of a claim. */
export type Passage = {
  claim: number
  /** Its place among the claim's passages in text order, from 1, and how many there are. */
  place: number
  of: number
}

export type TextNode = {
  kind: 'text'
  /** UTF-16 offset in the statement. */
  at: number
  text: string
  /** The passages that cover it, outermost first; empty for plain text. */
  covers: readonly Passage[]
  /** The passages that end with it, innermost first: their numbers stand here. */
  closes: readonly Passage[]
}

export type MarkNode = {
  kind: 'mark'
  /** UTF-16 offset in the statement. */
  at: number
  passage: Passage
  /** Whether the passage begins here: where it is cut, by another's edge or the end of a paragraph, it goes on in further marks. */
  isStart: boolean
  children: readonly PageNode[]
}

export type PageNode = TextNode | MarkNode

export type Paragraph = {
  /** UTF-16 offset in the statement. */
  at: number
  nodes: readonly PageNode[]
  /** Numbers of the claims whose first passage ends here: their checks follow. */
  checks: readonly number[]
}

type Placed = Passage & { id: string; start: number; end: number }

/**
 * The statement as paragraphs of nested marks. Elements cannot overlap, so of two passages that do the later one is cut
 * in two: inside the earlier one's mark, and after it. Blank lines are left out. Claims come in the order of their
 * numbers; one without a passage in the text has no mark and no paragraph.
 */
export function paragraphsOf(text: string, claims: readonly MarkedClaim[]): Paragraph[] {
  const passages = new Map(claims.flatMap(claim => placed(text, claim)).map(passage => [passage.id, passage]))
  const segments = segmentSpans(text, passages.values())
  const firsts = [...passages.values()].filter(({ place }) => place === 1).sort((one, other) => one.end - other.end)
  const paragraphs: Paragraph[] = []
  let segment = 0
  let first = 0
  for (const block of blocksOf(text)) {
    while ((segments[segment]?.end ?? block.end) <= block.start && segment < segments.length) segment++
    const checks: number[] = []
    for (; (firsts[first]?.end ?? Number.POSITIVE_INFINITY) <= block.end; first++)
      checks.push(firsts[first]?.claim ?? 0)
    if (block.text.trim() === '') continue
    const nodes = nest(text, passages, clipped(segments, segment, block), 0)
    paragraphs.push({ at: block.start, nodes, checks: checks.sort((one, other) => one - other) })
  }
  return paragraphs
}

/** The claim's passages without the white space at their ends, in text order. Ids sort as the claims are numbered, which settles ties. */
function placed(text: string, { number, targets }: MarkedClaim): Placed[] {
  const ranges = targets.map(({ start, end }) => trimSpan(text, start, end)).filter(({ start, end }) => start < end)
  const ordered = ranges.sort((one, other) => one.start - other.start || other.end - one.end)
  return ordered.map(({ start, end }, index) => ({
    id: `${padded(number)}.${padded(index)}`,
    claim: number,
    place: index + 1,
    of: ordered.length,
    start,
    end,
  }))
}

function padded(number: number): string {
  return String(number).padStart(6, '0')
}

function clipped(segments: readonly Segment[], from: number, block: Block): Segment[] {
  const inside: Segment[] = []
  for (const segment of segmentsFrom(segments, from)) {
    if (segment.start >= block.end) break
    const start = Math.max(segment.start, block.start)
    const end = Math.min(segment.end, block.end)
    if (start < end) inside.push({ start, end, ids: segment.ids })
  }
  return inside
}

function* segmentsFrom(segments: readonly Segment[], from: number): Generator<Segment> {
  for (let index = from; index < segments.length; index++) {
    const segment = segments[index]
    if (segment) yield segment
  }
}

/** Neighbouring segments that share a passage at this depth become one mark. */
function nest(
  text: string,
  passages: ReadonlyMap<string, Placed>,
  segments: readonly Segment[],
  depth: number,
): PageNode[] {
  const runs: Segment[][] = []
  for (const segment of segments) {
    const run = runs.at(-1)
    const id = segment.ids[depth]
    if (run && id !== undefined && run[0]?.ids[depth] === id) run.push(segment)
    else runs.push([segment])
  }
  return runs.flatMap((run): PageNode[] => {
    const [head] = run
    if (!head) return []
    const covers = head.ids.flatMap(id => passages.get(id) ?? [])
    const passage = covers[depth]
    if (passage) {
      return [
        {
          kind: 'mark',
          at: head.start,
          passage,
          isStart: passage.start === head.start,
          children: nest(text, passages, run, depth + 1),
        },
      ]
    }
    const closes = covers.filter(({ end }) => end === head.end).reverse()
    return [{ kind: 'text', at: head.start, text: text.slice(head.start, head.end), covers, closes }]
  })
}
