import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { ClaimGroup } from './claim-filter'

/** Claims of one paragraph, or those of them that are in one part. */
export interface PartGroup {
  /** Null where the paragraph goes on from the part before. */
  readonly name: string | null
  readonly key: string
  readonly claims: readonly ClaimSummaryDto[]
  /** Place of the first of them in the whole list, from 1. */
  readonly first: number
}

/** A stretch of the list that is on the page or not. */
export interface RailPart {
  readonly groups: readonly PartGroup[]
  readonly claims: number
}

/** Fewer claims than this stand on the page all at once. */
export const PART_SIZE = 60

/** The list in parts of at most `size` claims, in its order. */
export function partsOf(groups: readonly ClaimGroup[], size = PART_SIZE): RailPart[] {
  const parts: { groups: PartGroup[]; claims: number }[] = []
  let first = 1
  for (const group of groups) {
    for (let at = 0; at < group.claims.length; ) {
      const open = parts.at(-1)
      const room = open ? size - open.claims : 0
      const part = open && room > 0 ? open : { groups: [], claims: 0 }
      if (part !== open) parts.push(part)
      const claims = group.claims.slice(at, at + size - part.claims)
      part.groups.push({ name: at === 0 ? group.name : null, key: `${group.name}-${claims[0]?.id}`, claims, first })
      part.claims += claims.length
      first += claims.length
      at += claims.length
    }
  }
  return parts
}
