'use client'

import { useState } from 'react'
import { CommandDialog } from '@/components/api/command-dialog'
import { errorAt } from '@/components/api/field-errors'
import { ClaimWording } from '@/components/claims/claim-wording'
import type { Wording } from '@/components/claims/composer-draft'
import { hasVerdicts } from '@/components/claims/edit-claim-dialog'
import { useClaimCommand } from '@/components/claims/use-claim-command'
import type { Span } from '@/components/statement/span'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { type ClaimDto, type ClaimSummaryDto, editClaimContract } from '@/lib/contracts/claims'
import { reopenClaimContract } from '@/lib/contracts/decisions'
import type { StatementDto } from '@/lib/contracts/statements'
import { counted } from '@/lib/domain/sentence-words'
import { DifferenceLine } from './difference-line'
import type { Doubt } from './repair-doubts'

type Props = {
  claim: ClaimSummaryDto
  statement: Pick<StatementDto, 'claimant' | 'saidOn' | 'language' | 'direction' | 'currentVersion'>
  /** The passage in question, and where it stands now; null leaves it out. */
  targetId: string
  place: Span | null
  /** What differs in meaning there. */
  differences: readonly Doubt[]
  /** What was written about it already. */
  why: string
  onDone: (claim: ClaimDto) => void
  onClose: () => void
}

/** The text says something else now: the claim gets the words that stand there, and a new sealed round. */
export function RateAfreshDialog({ claim, statement, targetId, place, differences, why, onDone, onClose }: Props) {
  const wording = useDraft<Wording>(`afresh:${claim.id}:${statement.currentVersion}`, {
    claimReviewed: claim.claimReviewed,
    claimant: claim.claimant ?? '',
    saidOn: claim.saidOn ?? '',
  })
  const reason = useDraft(
    `afresh-why:${claim.id}`,
    why.trim() || `The text changed in version ${statement.currentVersion}.`,
  )
  const [isTried, setTried] = useState(false)
  const targets = passagesNow(claim, targetId, place)
  const dropped = claim.targets.length - targets.length

  const edit = useClaimCommand(editClaimContract, {
    onDone: next => {
      wording.discard()
      reason.discard()
      onDone(next)
    },
  })
  const send = (version: number) => edit.run({ claimId: claim.id, version, ...wording.value, targets })
  const reopen = useClaimCommand(reopenClaimContract, { onDone: next => send(next.version) })
  const isDecided = claim.stage === 'DECIDED'

  return (
    <CommandDialog
      title="Rate it afresh"
      act={isDecided || hasVerdicts(claim) ? 'Start a new round' : 'Save'}
      isRunning={edit.isRunning || reopen.isRunning}
      problem={reopen.problem ?? edit.problem}
      isPlaced={path => path in wording.value || path === 'reason'}
      isDisabled={targets.length === 0 || wording.value.claimReviewed.trim() === ''}
      onSubmit={() => {
        setTried(true)
        if (!isDecided) send(claim.version)
        else if (reason.value.trim()) {
          reopen.run({ claimId: claim.id, version: claim.version, reason: reason.value })
        }
      }}
      onClose={onClose}
    >
      <p>
        {isDecided
          ? 'The decision stops standing, and a new sealed round starts on the words below. What has been published says that the claim is under review again.'
          : hasVerdicts(claim)
            ? 'A new sealed round starts on the words below. Verdicts on the old words are kept and no longer count.'
            : 'Nobody has rated the old words yet, so its round goes on with the words below.'}
      </p>
      <section aria-labelledby="afresh-passages">
        <h3 className="label" id="afresh-passages">
          {targets.length === 1 ? 'The passage' : 'The passages'}
        </h3>
        {targets.length === 0 ? (
          <p className="notice">
            It no longer stands in the text. Choose where it stands first, or withdraw the claim.
          </p>
        ) : (
          targets.map(({ start, end, exact }) => (
            <blockquote key={`${start}-${end}`} className="quote" data-r="none" dir={statement.direction}>
              <p lang={statement.language}>“{exact}”</p>
            </blockquote>
          ))
        )}
        {targets.length > 0 && dropped > 0 ? (
          <p className="small">
            {counted(dropped, 'passage')} that {dropped === 1 ? 'is' : 'are'} no longer in the text{' '}
            {dropped === 1 ? 'is' : 'are'} left out.
          </p>
        ) : null}
      </section>
      {differences.length > 0 && wording.value.claimReviewed === claim.claimReviewed ? (
        <div className="notice notice-plain">
          <p>The sentence is as it was. Does it say what the text says now?</p>
          <ul className="differences" aria-label="What differs">
            {differences.map(({ what, words }) => (
              <li key={`${what} ${words.join(' ')}`}>
                <DifferenceLine what={what} words={words} language={statement.language} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <ClaimWording
        wording={wording.value}
        onChange={wording.change}
        statement={statement}
        errorAt={path => errorAt(edit.problem, path)}
      />
      {isDecided ? (
        <Field
          label="Why it is taken up again"
          error={isTried && !reason.value.trim() ? 'Say why it is taken up again.' : errorAt(reopen.problem, 'reason')}
        >
          {control => (
            <textarea
              {...control}
              className="field"
              rows={2}
              maxLength={1_000}
              dir="auto"
              value={reason.value}
              onChange={event => reason.change(event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </CommandDialog>
  )
}

/** All passages of the claim as they stand now: the one in question at its place, what is gone left out. */
function passagesNow(claim: ClaimSummaryDto, targetId: string, place: Span | null): Span[] {
  const spans = claim.targets.flatMap(({ id, anchorState, start, end, exact }) => {
    if (id === targetId) return place ? [place] : []
    return anchorState === 'ORPHANED' ? [] : [{ start, end, exact }]
  })
  const seen = new Map(spans.map(({ start, end, exact }) => [`${start}-${end}`, { start, end, exact }]))
  return [...seen.values()]
}
