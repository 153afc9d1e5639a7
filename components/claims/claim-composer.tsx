'use client'

import { useEffect, useRef, useState } from 'react'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import type { Span } from '@/components/statement/span'
import { StatusShape } from '@/components/ui/status-shape'
import { useDraft } from '@/components/ui/use-draft'
import { type ClaimDto, type ClaimSummaryDto, createClaimContract } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { statusWords } from '@/lib/domain/status'
import { ClaimWording } from './claim-wording'
import { composerDraftKey, EMPTY_WORDING, takeEnter } from './composer-draft'
import { ComposerHead } from './composer-head'
import { overlapPhrase } from './overlap'
import { useClaimCommand } from './use-claim-command'
import './claim-panel.css'
import './claim-rail.css'

type Props = {
  statement: StatementDto
  span: Span
  /** Claims whose passages overlap the selection: is it already claimed here? */
  overlapping: readonly ClaimSummaryDto[]
  onSelect: (claimId: string) => void
  onSaved: (claim: ClaimDto) => void
  onCancel: () => void
}

/** A new claim from a selection: what the passage asserts, in one sentence. Put away, its text is kept. */
export function ClaimComposer({ statement, span, overlapping, onSelect, onSaved, onCancel }: Props) {
  const { start, end, exact } = span
  const field = useRef<HTMLTextAreaElement>(null)
  const draftKey = composerDraftKey(statement.id, span)
  const { value: wording, change, discard } = useDraft(draftKey, EMPTY_WORDING)
  const [isTried, setTried] = useState(false)
  const create = useClaimCommand(createClaimContract, {
    onDone: claim => {
      discard()
      onSaved(claim)
    },
  })

  useEffect(() => field.current?.focus(), [])

  const problemAt = (path: string) => {
    const isMissing = path === 'claimReviewed' && isTried && wording.claimReviewed.trim() === ''
    return isMissing ? 'Write the claim in one sentence.' : errorAt(create.problem, path)
  }
  const save = () => {
    setTried(true)
    if (wording.claimReviewed.trim() === '') {
      field.current?.focus()
      return
    }
    create.run({
      statementId: statement.id,
      versionNumber: statement.currentVersion,
      ...wording,
      targets: [{ start, end, exact }],
    })
  }
  // What was typed before this was here comes with the draft, and so does its Enter.
  const isTyped = wording.claimReviewed.trim() !== ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the draft is in
  useEffect(() => {
    if (isTyped && takeEnter(draftKey)) save()
  }, [isTyped, draftKey])

  return (
    <section
      className="claim"
      aria-label="New claim"
      // Single keys rest while one types, so the way out is here.
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        onCancel()
      }}
    >
      <ComposerHead statement={statement} span={span} onCancel={onCancel} />
      <form
        className="part form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <ClaimWording
          wording={wording}
          onChange={next => {
            if (create.problem) create.clear()
            change(next)
          }}
          statement={statement}
          errorAt={problemAt}
          onEnter={save}
          sentenceRef={field}
        />
        <ProblemNotice error={create.problem} isPlaced={path => path in wording} />
        <div className="row">
          <button type="submit" className="btn btn-main" disabled={create.isRunning}>
            {create.isRunning ? 'Saving…' : 'Save claim'} <kbd>⏎</kbd>
          </button>
          <button type="button" className="btn btn-plain" onClick={onCancel}>
            Put away <kbd>Esc</kbd>
          </button>
        </div>
      </form>
      {overlapping.length > 0 ? (
        <section className="part" aria-labelledby="overlap-name">
          <h3 className="part-name" id="overlap-name">
            Already claimed here?
          </h3>
          <ul className="overlaps">
            {overlapping.map(claim => (
              <li key={claim.id}>
                <button type="button" className="item" onClick={() => onSelect(claim.id)}>
                  <StatusShape status={claim.status} />
                  <span className="item-text">
                    <span className="item-claim" dir="auto">
                      {claim.claimReviewed}
                    </span>
                    <span className="item-meta">
                      {statusWords(claim)}, {overlapPhrase(span, claim.targets)}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </section>
  )
}
