'use client'

import type { ClaimDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { AssignReviewersDialog } from './assign-reviewers-dialog'
import type { MenuAct } from './claim-menu'
import { EditClaimDialog } from './edit-claim-dialog'
import { LowerQuorumDialog } from './lower-quorum-dialog'
import { MergeClaimDialog } from './merge-claim-dialog'
import { RecuseDialog } from './recuse-dialog'
import { WithdrawClaimDialog } from './withdraw-claim-dialog'

type Props = {
  act: Exclude<MenuAct, 'dismiss'>
  claim: ClaimDto
  statement: StatementDto
  onClose: () => void
  onSelect: (claimId: string) => void
}

/** The dialog of one act from the claim's menu. */
export function ClaimDialog({ act, claim, statement, onClose, onSelect }: Props) {
  switch (act) {
    case 'edit':
      return <EditClaimDialog claim={claim} statement={statement} onClose={onClose} />
    case 'withdraw':
      return <WithdrawClaimDialog claim={claim} onClose={onClose} />
    case 'merge':
      return <MergeClaimDialog claim={claim} onClose={onClose} onMerged={onSelect} />
    case 'assign':
      return <AssignReviewersDialog claim={claim} onClose={onClose} />
    case 'recuse':
      return <RecuseDialog claim={claim} onClose={onClose} />
    case 'lowerQuorum':
      return <LowerQuorumDialog claim={claim} onClose={onClose} />
  }
}
