'use client'

import type { ClaimDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'

type Props = {
  claimId: string
  statement: StatementDto
  /** As the server rendered it, where it did. */
  initialClaim: ClaimDto | null
  /** The claims before and after it in text order. */
  place: { previous: string | null; next: string | null }
  onSelect: (claimId: string) => void
  onClose: () => void
}

/** The selected claim. */
export function ClaimPanel({ initialClaim }: Props) {
  return <section>{initialClaim?.claimReviewed}</section>
}
