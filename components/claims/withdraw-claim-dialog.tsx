'use client'

import { CommandDialog } from '@/components/api/command-dialog'
import { useAnnounce } from '@/components/ui/announcer'
import { type ClaimDto, withdrawClaimContract } from '@/lib/contracts/claims'
import { useClaimCommand } from './use-claim-command'

type Props = { claim: Pick<ClaimDto, 'id' | 'version'>; onClose: () => void; onDone?: () => void }

/** Taking a claim back. */
export function WithdrawClaimDialog({ claim, onClose, onDone }: Props) {
  const announce = useAnnounce()
  const withdraw = useClaimCommand(withdrawClaimContract, {
    onDone: () => {
      announce('Claim withdrawn.')
      onClose()
      onDone?.()
    },
  })
  return (
    <CommandDialog
      title="Withdraw this claim?"
      act="Withdraw claim"
      isRunning={withdraw.isRunning}
      problem={withdraw.problem}
      onSubmit={() => withdraw.run({ claimId: claim.id, version: claim.version })}
      onClose={onClose}
    >
      <p>It leaves the list and is never published. Its history is kept, and so is every verdict on it.</p>
    </CommandDialog>
  )
}
