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

/** Claims by the paragraph in which they begin, in text order. */
export function groupByParagraph(
  claims: readonly ClaimSummaryDto[],
): { paragraph: number; claims: ClaimSummaryDto[] }[] {
  const groups: { paragraph: number; claims: ClaimSummaryDto[] }[] = []
  for (const claim of claims) {
    const paragraph = claim.targets[0]?.paragraph ?? 0
    const last = groups.at(-1)
    if (last?.paragraph === paragraph) last.claims.push(claim)
    else groups.push({ paragraph, claims: [claim] })
  }
  return groups
}
