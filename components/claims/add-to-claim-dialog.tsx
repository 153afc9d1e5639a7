'use client'

import { useState } from 'react'
import { CommandDialog } from '@/components/api/command-dialog'
import type { Span } from '@/components/statement/span'
import { useAnnounce } from '@/components/ui/announcer'
import { type ClaimDto, type ClaimSummaryDto, editClaimContract } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { ClaimChoice } from './claim-choice'
import { hasVerdicts } from './edit-claim-dialog'
import { useClaimCommand } from './use-claim-command'
import './claim-panel.css'

type Props = {
  statement: StatementDto
  claims: readonly ClaimSummaryDto[]
  span: Span
  onClose: () => void
  onSaved: (claim: ClaimDto) => void
}

/** Adds the selected passage to a claim that exists: the statement says the same thing twice. */
export function AddToClaimDialog({ statement, claims, span, onClose, onSaved }: Props) {
  const announce = useAnnounce()
  const [claimId, setClaimId] = useState<string | null>(null)
  const edit = useClaimCommand(editClaimContract, {
    onDone: claim => {
      announce('Passage added to the claim.')
      onSaved(claim)
    },
  })
  const open = claims.filter(({ stage, targets }) => stage === 'OPEN' && !targets.some(target => isSame(target, span)))
  const chosen = open.find(({ id }) => id === claimId)
  return (
    <CommandDialog
      title="Add to a claim"
      act="Add passage"
      isRunning={edit.isRunning}
      problem={edit.problem}
      isDisabled={!chosen}
      onSubmit={() => {
        if (!chosen) return
        const { start, end, exact } = span
        const targets = [...chosen.targets, { start, end, exact }].map(target => ({
          start: target.start,
          end: target.end,
          exact: target.exact,
        }))
        edit.run({ claimId: chosen.id, version: chosen.version, targets })
      }}
      onClose={onClose}
    >
      <blockquote className="quote" data-r="none">
        <p lang={statement.language} dir={statement.direction}>
          “{span.exact}”
        </p>
      </blockquote>
      <ClaimChoice
        legend="Which claim does this passage also make?"
        claims={open}
        value={claimId}
        onChange={setClaimId}
        empty="There is no other open claim. Close this and press H to make one."
      />
      {chosen && hasVerdicts(chosen) ? (
        <p className="notice">
          Verdicts have been cast on this claim. With another passage{' '}
          {chosen.round.state === 'OPEN' ? 'its round ends unopened and the next one starts' : 'its next round starts'}.
        </p>
      ) : null}
    </CommandDialog>
  )
}

function isSame(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start === other.start && one.end === other.end
}
