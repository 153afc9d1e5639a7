'use client'

import { CommandDialog } from '@/components/api/command-dialog'
import { useProblems } from '@/components/api/use-problems'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { recuseContract } from '@/lib/contracts/assignments'
import type { ClaimDto } from '@/lib/contracts/claims'
import { useClaimCommand } from './use-claim-command'

/** Standing back from a claim, with the reason for the record. */
export function RecuseDialog({ claim, onClose }: { claim: ClaimDto; onClose: () => void }) {
  const announce = useAnnounce()
  const { value: reason, change, discard } = useDraft(`recuse:${claim.id}`, '')
  const recuse = useClaimCommand(recuseContract, {
    onDone: () => {
      discard()
      announce('You stand back from this claim.')
      onClose()
    },
  })
  const { problemAt, isReady } = useProblems(
    reason.trim() ? [] : [{ path: 'reason', message: 'Say why, in a few words.' }],
    recuse.problem,
  )
  return (
    <CommandDialog
      title="Stand back from this claim?"
      act="Recuse myself"
      isRunning={recuse.isRunning}
      problem={recuse.problem}
      isPlaced={path => path === 'reason'}
      onSubmit={() => {
        if (isReady()) recuse.run({ claimId: claim.id, reason })
      }}
      onClose={onClose}
    >
      <p>{consequence(claim)} There is no way back.</p>
      <Field
        label="Why"
        error={problemAt('reason')}
        hint="Editors alone read this; it is never published. For instance: I have worked for the claimant."
      >
        {control => (
          <textarea
            {...control}
            className="field"
            rows={2}
            maxLength={1_000}
            value={reason}
            onChange={event => change(event.target.value)}
          />
        )}
      </Field>
    </CommandDialog>
  )
}

function consequence({ round, iHaveCast }: ClaimDto): string {
  if (round.state === 'OPEN') {
    return iHaveCast
      ? 'Your verdict in this round is withdrawn, and you cannot cast another on this claim.'
      : 'You cannot cast a verdict on this claim after that.'
  }
  const later = 'From the next round on you cannot cast a verdict on this claim.'
  return iHaveCast ? `The round has closed, so your verdict in it stays. ${later}` : later
}
