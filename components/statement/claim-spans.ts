import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { HighlightSpan } from './highlight-segments'

/** What to draw otherwise than before. */
export interface SpanChange {
  /** Spans that are new, or have another place or tone. */
  readonly changed: readonly HighlightSpan[]
  /** Ids of spans that are there no more. */
  readonly goneIds: readonly string[]
}

/**
 * The spans of a statement's claims, and which claim each belongs to. Follows the list from one state to the next by
 * looking at what differs, so that one claim more costs the same however many there are (but for comparing references).
 */
export class ClaimSpans {
  private claims: readonly ClaimSummaryDto[] = []
  private readonly owners = new Map<string, ClaimSummaryDto>()

  /** The claim that a target in the text belongs to. */
  claimOf(targetId: string): ClaimSummaryDto | undefined {
    return this.owners.get(targetId)
  }

  /** Goes over to these claims. Whoever has not changed is the same object in both lists. */
  follow(claims: readonly ClaimSummaryDto[]): SpanChange {
    const before = this.claims
    const shorter = Math.min(before.length, claims.length)
    let head = 0
    while (head < shorter && before[head] === claims[head]) head++
    let tail = 0
    while (tail < shorter - head && before.at(-1 - tail) === claims.at(-1 - tail)) tail++
    this.claims = claims

    const gone = new Map<string, ClaimSummaryDto>()
    for (const claim of before.slice(head, before.length - tail))
      for (const { id } of claim.targets) gone.set(id, claim)
    const changed: HighlightSpan[] = []
    for (const claim of claims.slice(head, claims.length - tail)) {
      for (const span of spansOf(claim)) {
        const was = gone.get(span.id)
        gone.delete(span.id)
        this.owners.set(span.id, claim)
        if (was !== claim) changed.push(span)
      }
    }
    for (const id of gone.keys()) this.owners.delete(id)
    return { changed, goneIds: [...gone.keys()] }
  }
}

/** Where a claim's words are in the text: every passage it still has there. A changed one shows no rating: its verdicts are suspended. */
export function spansOf(claim: ClaimSummaryDto): HighlightSpan[] {
  const rating = claim.rating?.tone ?? 'none'
  return claim.targets.flatMap(({ id, start, end, anchorState }) =>
    anchorState === 'ORPHANED' || start >= end
      ? []
      : [{ id, start, end, tone: anchorState === 'CHANGED' ? ('changed' as const) : rating }],
  )
}
