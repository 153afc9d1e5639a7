'use client'

import { useState } from 'react'
import { CommandDialog } from '@/components/api/command-dialog'
import { useProblems } from '@/components/api/use-problems'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { type ClaimDto, lowerQuorumContract } from '@/lib/contracts/claims'
import { lowerQuorumProblem, MIN_QUORUM } from '@/lib/domain/consensus-policy'
import { useClaimCommand } from './use-claim-command'

/** Letting fewer verdicts be enough for this claim, with a reason readers see. */
export function LowerQuorumDialog({ claim, onClose }: { claim: ClaimDto; onClose: () => void }) {
  const announce = useAnnounce()
  const inForce = claim.round.quorum
  const [quorum, setQuorum] = useState(String(Math.max(MIN_QUORUM, inForce - 1)))
  const { value: reason, change, discard } = useDraft(`quorum:${claim.id}`, '')
  const lower = useClaimCommand(lowerQuorumContract, {
    onDone: next => {
      discard()
      announce(`This claim now needs ${next.round.quorum} verdicts.`)
      onClose()
    },
  })
  const numberProblem = lowerQuorumProblem({ quorum: inForce }, Number(quorum))
  const { problemAt, isReady } = useProblems(
    [
      ...(numberProblem ? [{ path: 'quorum', message: numberProblem }] : []),
      ...(reason.trim() ? [] : [{ path: 'reason', message: 'Say why fewer are enough here.' }]),
    ],
    lower.problem,
  )
  return (
    <CommandDialog
      title="Lower the quorum of this claim"
      act="Lower quorum"
      isRunning={lower.isRunning}
      problem={lower.problem}
      isPlaced={path => path === 'quorum' || path === 'reason'}
      onSubmit={() => {
        if (!isReady()) return
        lower.run({ claimId: claim.id, version: claim.version, quorum: Number(quorum), reason })
      }}
      onClose={onClose}
    >
      <Field
        label="Verdicts needed"
        error={problemAt('quorum')}
        hint={`Now ${inForce}; never fewer than ${MIN_QUORUM}.`}
      >
        {control => (
          <input
            {...control}
            className="field field-short"
            type="number"
            min={MIN_QUORUM}
            max={inForce - 1}
            value={quorum}
            onChange={event => setQuorum(event.target.value)}
          />
        )}
      </Field>
      <Field label="Why" error={problemAt('reason')} hint="Readers see this reason.">
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
