import type { KnownClaim } from '@/lib/db/import-claims'
import { addressKey } from '@/lib/domain/foreign-annotations-json'
import type { TextRange } from '@/lib/domain/graphemes'

/** Tells annotations that were imported before, and passages that are highlighted already. */
export interface Duplicates {
  /** The claim that was made of the annotation with this address, or that it is an export of; null where there is none. */
  importedFrom(address: string): KnownClaim | null
  /** The claim that highlights exactly these passages; null where there is none. */
  highlighting(spans: readonly TextRange[]): KnownClaim | null
}

/** Over the claims of one statement. */
export function duplicatesAmong(claims: readonly KnownClaim[]): Duplicates {
  const byAddress = new Map<string, KnownClaim>()
  const bySpans = new Map<string, KnownClaim>()
  for (const claim of claims) {
    byAddress.set(addressKey(`urn:uuid:${claim.claimId}`), claim)
    if (claim.importedFrom !== null) byAddress.set(addressKey(claim.importedFrom), claim)
    if (claim.stage !== 'MERGED') bySpans.set(keyOf(claim.spans), claim)
  }
  return {
    importedFrom: address => byAddress.get(addressKey(address)) ?? null,
    highlighting: spans => bySpans.get(keyOf(spans)) ?? null,
  }
}

function keyOf(spans: readonly TextRange[]): string {
  return spans
    .map(({ start, end }) => `${start}–${end}`)
    .sort()
    .join()
}
