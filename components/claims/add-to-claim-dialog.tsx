'use client'

import Link from 'next/link'
import { useState } from 'react'
import { CommandDialog } from '@/components/api/command-dialog'
import type { Span } from '@/components/statement/span'
import { useAnnounce } from '@/components/ui/announcer'
import { useDraft } from '@/components/ui/use-draft'
import { ReattachChoice } from '@/components/versions/reattach-choice'
import { repairDoubts } from '@/components/versions/repair-doubts'
import { SameClaimReason } from '@/components/versions/same-claim-reason'
import { useRepairs } from '@/components/versions/use-versions'
import { type ClaimDto, type ClaimSummaryDto, editClaimContract } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { repairClaimContract } from '@/lib/contracts/versions'
import { ClaimChoice } from './claim-choice'
import { hasVerdicts } from './edit-claim-dialog'
import { useClaimCommand } from './use-claim-command'
import './claim-panel.css'

type Props = {
  statement: StatementDto
  claims: readonly ClaimSummaryDto[]
  span: Span
  /** The claim in hand, which is offered first. */
  selectedId: string | null
  onClose: () => void
  onSaved: (claim: ClaimDto) => void
}

type Chosen = { claimId: string } | { targetId: string }

/**
 * Adds the selected passage to a claim that exists: the statement says the same thing again here. Where a new text changed
 * or lost a claim's words, it is first asked whether this is where they stand now.
 */
export function AddToClaimDialog({ statement, claims, span, selectedId, onClose, onSaved }: Props) {
  const announce = useAnnounce()
  const waits = claims.some(({ suspendedAt }) => suspendedAt !== null)
  const { data: repairs } = useRepairs(statement.id, waits)
  const lost = repairs?.items.filter(({ may }) => may.repair.allowed) ?? []
  // A suspended claim is repaired before it gains another passage.
  const open = claims.filter(
    ({ stage, suspendedAt, targets }) =>
      stage === 'OPEN' && suspendedAt === null && !targets.some(target => isSame(target, span)),
  )
  const [choice, setChoice] = useState<Chosen | null>(
    open.some(({ id }) => id === selectedId) && selectedId ? { claimId: selectedId } : null,
  )
  const why = useDraft(`reattach:${statement.id}`, '')
  const [isTried, setTried] = useState(false)
  const edit = useClaimCommand(editClaimContract, {
    onDone: claim => {
      announce('Passage added to the claim.')
      onSaved(claim)
    },
  })
  const repair = useClaimCommand(repairClaimContract, {
    onDone: claim => {
      why.discard()
      announce('The claim stands here now. Its verdicts stand.')
      onSaved(claim)
    },
  })
  const chosen = choice && 'claimId' in choice ? open.find(({ id }) => id === choice.claimId) : undefined
  const found = choice && 'targetId' in choice ? lost.find(({ targetId }) => targetId === choice.targetId) : undefined
  const needsReason = found !== undefined && repairDoubts(found, span.exact).length > 0
  const place = { start: span.start, end: span.end, exact: span.exact }
  const add = () => {
    setTried(true)
    if (found && needsReason && !why.value.trim()) return
    if (found) {
      const { claim, targetId } = found
      const { currentVersion: versionNumber } = statement
      const targets = [{ targetId, moveTo: place }]
      repair.run({
        claimId: claim.id,
        version: claim.version,
        versionNumber,
        targets,
        note: needsReason ? why.value : null,
      })
    } else if (chosen) {
      const targets = [...chosen.targets.map(({ start, end, exact }) => ({ start, end, exact })), place]
      edit.run({ claimId: chosen.id, version: chosen.version, targets })
    }
  }
  return (
    <CommandDialog
      title="Add to a claim"
      act={found ? 'It stands here' : 'Add passage'}
      isRunning={edit.isRunning || repair.isRunning}
      problem={repair.problem ?? edit.problem}
      isDisabled={!chosen && !found}
      onSubmit={add}
      onClose={onClose}
    >
      <blockquote className="quote" data-r="none" dir={statement.direction}>
        <p lang={statement.language}>“{span.exact}”</p>
      </blockquote>
      {lost.length > 0 ? (
        <ReattachChoice
          items={lost}
          value={found?.targetId ?? null}
          onChange={targetId => setChoice({ targetId })}
          statement={statement}
        />
      ) : null}
      {found ? (
        <p className="notice notice-plain">
          You say that it is the same claim: its verdicts stand, and the record says that you said so. If these words
          say something else,{' '}
          <Link href={`/statements/${statement.id}/repair?passage=${found.targetId}`}>rate it afresh</Link> instead.
        </p>
      ) : null}
      {needsReason ? (
        <>
          <p>Few of the old words stand here.</p>
          <SameClaimReason value={why.value} onChange={why.change} isTried={isTried} />
        </>
      ) : null}
      <ClaimChoice
        legend={
          lost.length > 0
            ? 'Or does the statement say one of these again here?'
            : 'Which claim does the statement make again here?'
        }
        claims={open}
        value={chosen?.id ?? null}
        onChange={claimId => setChoice({ claimId })}
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
