'use client'

import { useState } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useClaimCommand } from '@/components/claims/use-claim-command'
import { WithdrawClaimDialog } from '@/components/claims/withdraw-claim-dialog'
import type { Span } from '@/components/statement/span'
import { Field } from '@/components/ui/field'
import { useShortcut } from '@/components/ui/shortcuts'
import { useDraft } from '@/components/ui/use-draft'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { type RepairDto, repairClaimContract } from '@/lib/contracts/versions'
import { PlaceChoice } from './place-choice'
import { RateAfreshDialog } from './rate-afresh-dialog'
import { repairDoubts } from './repair-doubts'
import { RepairHead } from './repair-head'
import { RepairReasons } from './repair-reasons'
import { SameClaimDialog } from './same-claim-dialog'
import { Wordings } from './wordings'

type Props = {
  item: RepairDto
  versionNumber: number
  statement: StatementDto
  /** As the list of claims has it; undefined while that is read anew. */
  claim: ClaimSummaryDto | undefined
  place: Span | null
  onPlace: (place: Span | null) => void
  isElsewhere: boolean
  onElsewhere: (isElsewhere: boolean) => void
  /** Told what was done, in a sentence, and whether it settles all passages of the claim or this one. */
  onDone: (said: string, settles: 'claim' | 'passage') => void
}

/** One passage that a new text changed or lost: both wordings, the claim that rests on it, and what a person can say. */
export function RepairCase(props: Props) {
  const { item, versionNumber, statement, claim, place, onPlace, isElsewhere, onElsewhere, onDone } = props
  const { may, now } = item
  const [dialog, setDialog] = useState<'same' | 'afresh' | 'withdraw' | null>(null)
  const note = useDraft(`repair:${item.targetId}`, '')
  const repair = useClaimCommand(repairClaimContract, {
    onDone: () => {
      note.discard()
      onDone('Same claim: its verdicts stand here.', 'passage')
    },
  })
  const standing: Span | null = place ?? (isElsewhere ? null : now)
  const mayConfirm = may.repair.allowed && standing !== null && !repair.isRunning
  const mayRateAfresh = claim?.stage === 'DECIDED' ? may.reopen : may.edit
  const doubts = repairDoubts(item, place?.exact ?? null)
  const confirm = () => {
    if (!mayConfirm) return
    const target = { targetId: item.targetId, ...(place ? { moveTo: place } : {}) }
    repair.run({
      claimId: item.claim.id,
      version: item.claim.version,
      versionNumber,
      targets: [target],
      note: note.value,
    })
  }
  const askOrConfirm = () => {
    if (!mayConfirm) return
    if (doubts.length > 0) setDialog('same')
    else confirm()
  }
  const rateAfresh = () => {
    if (mayRateAfresh.allowed && claim) setDialog('afresh')
  }
  const withdraw = () => {
    if (may.withdraw.allowed) setDialog('withdraw')
  }
  useShortcut('s', 'Same claim: verdicts stand', askOrConfirm, mayConfirm)
  useShortcut('e', 'It stands elsewhere', () => onElsewhere(!isElsewhere), may.repair.allowed)
  useShortcut('f', 'Rate it afresh', rateAfresh, mayRateAfresh.allowed)
  useShortcut('w', 'Withdraw the claim', withdraw, may.withdraw.allowed)

  const mayNothing = !may.repair.allowed && !mayRateAfresh.allowed && !may.withdraw.allowed
  return (
    <article className="repair-case" aria-labelledby="repair-claim">
      <RepairHead item={item} claim={claim} statementId={statement.id} />
      <Wordings item={item} language={statement.language} direction={statement.direction} />
      {isElsewhere ? (
        <PlaceChoice
          suggestions={item.suggestions}
          isThere={now !== null}
          place={place}
          onPlace={onPlace}
          language={statement.language}
          direction={statement.direction}
        />
      ) : null}
      {mayNothing ? (
        <p className="notice notice-plain">{may.repair.reason ?? mayRateAfresh.reason ?? may.withdraw.reason}</p>
      ) : (
        <div className="repair-acts">
          <Field label="Why it is the same claim" isOptional hint="Kept in the record with “Same claim”.">
            {control => (
              <textarea
                {...control}
                className="field"
                rows={1}
                maxLength={1_000}
                dir="auto"
                value={note.value}
                onChange={event => note.change(event.target.value)}
              />
            )}
          </Field>
          <ProblemNotice error={dialog === 'same' ? null : repair.problem} />
          <div className="row">
            <button
              type="button"
              className={doubts.length > 0 ? 'btn' : 'btn btn-main'}
              aria-disabled={!mayConfirm}
              onClick={askOrConfirm}
            >
              {repair.isRunning ? 'Saving…' : `Same claim: verdicts stand${doubts.length > 0 ? '…' : ''}`} <kbd>S</kbd>
            </button>
            <button
              type="button"
              className="btn"
              aria-expanded={isElsewhere}
              aria-disabled={!may.repair.allowed}
              onClick={() => {
                if (may.repair.allowed) onElsewhere(!isElsewhere)
              }}
            >
              It stands elsewhere <kbd>E</kbd>
            </button>
            <button type="button" className="btn" aria-disabled={!mayRateAfresh.allowed} onClick={rateAfresh}>
              It says something else now: rate afresh… <kbd>F</kbd>
            </button>
            <button type="button" className="btn btn-danger" aria-disabled={!may.withdraw.allowed} onClick={withdraw}>
              Withdraw the claim… <kbd>W</kbd>
            </button>
          </div>
          <RepairReasons
            reasons={[
              ['Same claim', may.repair.reason],
              ['Rate afresh', mayRateAfresh.reason],
              ['Withdraw', may.withdraw.reason],
            ]}
          />
          {standing === null ? (
            <p className="small">To say that it is the same claim, choose where it stands now.</p>
          ) : null}
        </div>
      )}
      {dialog === 'same' ? (
        <SameClaimDialog
          claimReviewed={item.claim.claimReviewed}
          doubts={doubts}
          language={statement.language}
          note={note.value}
          onNote={note.change}
          isRunning={repair.isRunning}
          problem={repair.problem}
          onConfirm={confirm}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'afresh' && claim ? (
        <RateAfreshDialog
          claim={claim}
          statement={statement}
          targetId={item.targetId}
          place={standing}
          differences={place ? [] : doubts}
          why={note.value}
          onDone={next => {
            setDialog(null)
            onDone(
              next.round.number > claim.round.number
                ? `Round ${next.round.number} has started${next.claimReviewed === claim.claimReviewed ? ', on the same sentence' : ' on the new words'}.`
                : 'The claim rests on the new words.',
              'claim',
            )
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'withdraw' ? (
        <WithdrawClaimDialog
          claim={item.claim}
          onClose={() => setDialog(null)}
          onDone={() => onDone('Claim withdrawn.', 'claim')}
        />
      ) : null}
    </article>
  )
}
