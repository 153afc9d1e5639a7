import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { HighlightSpan } from './highlight-segments'

/** A passage of the text with the claim it belongs to. */
export interface ClaimSpan extends HighlightSpan {
  readonly claim: ClaimSummaryDto
}

/** What to draw otherwise than before. */
export interface SpanChange<S extends HighlightSpan> {
  /** Spans that are new, or differ from the one with their id. */
  readonly changed: readonly S[]
  /** Ids of spans that are there no more. */
  readonly goneIds: readonly string[]
}

/**
 * How the spans of one list of claims differ from those of another. Whoever has not changed is the same object in both,
 * so that one claim more costs the same however many there are (but for comparing references).
 */
export function spanChange(
  before: readonly ClaimSummaryDto[],
  after: readonly ClaimSummaryDto[],
): SpanChange<ClaimSpan> {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++

  const old = new Map<string, ClaimSummaryDto>()
  for (const { id, claim } of spansOf(before, head, before.length - tail)) old.set(id, claim)
  const spans = spansOf(after, head, after.length - tail)
  if (old.size === 0) return { changed: spans, goneIds: [] }
  const changed = spans.filter(({ id, claim }) => {
    const was = old.get(id)
    old.delete(id)
    return was !== claim
  })
  return { changed, goneIds: [...old.keys()] }
}

/** Where the claims' words are in the text: every passage that is still there. A changed one shows no rating, as its verdicts are suspended. */
export function spansOf(claims: readonly ClaimSummaryDto[], from = 0, to = claims.length): ClaimSpan[] {
  const spans: ClaimSpan[] = []
  for (let at = from; at < to; at++) {
    const claim = claims[at]
    if (!claim) continue
    const rating = claim.rating?.tone ?? 'none'
    for (const { id, start, end, anchorState } of claim.targets) {
      if (anchorState === 'ORPHANED' || start >= end) continue
      spans.push({ id, start, end, tone: anchorState === 'CHANGED' ? 'changed' : rating, claim })
    }
  }
  return spans
}
