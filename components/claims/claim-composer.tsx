'use client'

import type { Span } from '@/components/statement/span'
import type { ClaimDto, ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'

type Props = {
  statement: StatementDto
  span: Span
  /** Claims whose passages overlap the selection: is it already claimed here? */
  overlapping: readonly ClaimSummaryDto[]
  onSelect: (claimId: string) => void
  onSaved: (claim: ClaimDto) => void
  onCancel: () => void
}

/** A new claim from a selection. */
export function ClaimComposer({ span }: Props) {
  return <section>{span.exact}</section>
}
