'use client'

import { CommandDialog } from '@/components/api/command-dialog'
import { useProblems } from '@/components/api/use-problems'
import { useClaimCommand } from '@/components/claims/use-claim-command'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import type { ClaimDto } from '@/lib/contracts/claims'
import { reopenClaimContract } from '@/lib/contracts/decisions'

type Props = {
  claim: ClaimDto
  /** What the reason begins as. */
  reason?: string
  onClose: () => void
}

/** Taking up a decided claim again. */
export function ReopenDialog({ claim, reason: given = '', onClose }: Props) {
  const announce = useAnnounce()
  const { value: reason, change, discard } = useDraft(`reopen:${claim.id}`, given)
  const reopen = useClaimCommand(reopenClaimContract, {
    onDone: next => {
      discard()
      announce(`Reopened. Round ${next.round.number} has started.`)
      onClose()
    },
  })
  const { problemAt, isReady } = useProblems(
    reason.trim() ? [] : [{ path: 'reason', message: 'Say why it is taken up again.' }],
    reopen.problem,
  )
  return (
    <CommandDialog
      title="Reopen this claim?"
      act="Reopen"
      isRunning={reopen.isRunning}
      problem={reopen.problem}
      isPlaced={path => path === 'reason'}
      onSubmit={() => {
        if (isReady()) reopen.run({ claimId: claim.id, version: claim.version, reason })
      }}
      onClose={onClose}
    >
      <p>
        The decision stops standing and a new sealed round starts, filled in with everyone’s last verdict. What has been
        published stays as it is, and says that the claim is under review again.
      </p>
      <Field label="Why" error={problemAt('reason')}>
        {control => (
          <textarea
            {...control}
            className="field"
            rows={2}
            maxLength={1_000}
            dir="auto"
            value={reason}
            onChange={event => change(event.target.value)}
          />
        )}
      </Field>
    </CommandDialog>
  )
}
