import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { ClaimStatus } from '@/lib/domain/vocabulary'

/** What the list of claims shows: all, those that need the reader, or those of one status. */
export type ClaimFilter = 'ALL' | 'NEEDS_ME' | ClaimStatus

/** Statuses in the order in which work flows towards a decision. */
export const STATUS_ORDER: readonly ClaimStatus[] = [
  'AWAITING',
  'SPLIT',
  'ESCALATED',
  'RETURNED',
  'AGREED',
  'APPROVED',
  'DISMISSED',
]

/** True for a claim that waits for this reader: for their verdict, or, as an editor, for a decision or the next round. */
export function needsMe(claim: ClaimSummaryDto): boolean {
  return claim.needsMyVerdict || claim.needsEditor
}

export function isShown(claim: ClaimSummaryDto, filter: ClaimFilter): boolean {
  if (filter === 'ALL') return true
  return filter === 'NEEDS_ME' ? needsMe(claim) : claim.status === filter
}

/** How many claims have each status. */
export function countByStatus(claims: readonly ClaimSummaryDto[]): Map<ClaimStatus, number> {
  const counts = new Map<ClaimStatus, number>()
  for (const { status } of claims) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}

export type ClaimGroup = { name: string; claims: ClaimSummaryDto[] }

/** Claims by the paragraph in which they begin, in text order; after them those of which no passage is left in the text. */
export function groupByParagraph(claims: readonly ClaimSummaryDto[]): ClaimGroup[] {
  const groups: ClaimGroup[] = []
  const gone: ClaimSummaryDto[] = []
  for (const claim of claims) {
    const first = claim.targets.find(({ anchorState }) => anchorState !== 'ORPHANED')
    if (!first) {
      gone.push(claim)
      continue
    }
    const name = `Paragraph ${first.paragraph}`
    const last = groups.at(-1)
    if (last?.name === name) last.claims.push(claim)
    else groups.push({ name, claims: [claim] })
  }
  return gone.length > 0 ? [...groups, { name: 'No longer in the text', claims: gone }] : groups
}

/** Which mark a claim wears whose passages do not all stand in the current text; null while they do. */
export function brokenState(claim: Pick<ClaimSummaryDto, 'targets' | 'stage'>): 'CHANGED' | 'ORPHANED' | null {
  if (claim.stage !== 'OPEN' && claim.stage !== 'DECIDED') return null
  const states = new Set(claim.targets.map(({ anchorState }) => anchorState))
  // All gone is gone; some gone is a claim that changed.
  if (states.has('CHANGED') || (states.has('ORPHANED') && states.size > 1)) return 'CHANGED'
  return states.has('ORPHANED') ? 'ORPHANED' : null
}
