'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { useAnnounce } from '@/components/ui/announcer'
import { useDraft } from '@/components/ui/use-draft'
import { type AssignmentsDto, spreadReviewersContract } from '@/lib/contracts/assignments'
import { counted } from '@/lib/domain/sentence-words'
import { type AssignDraft, draftFrom, perClaimOf, previewOf } from './assign-draft'
import { AssignMembers } from './assign-members'
import { AssignPreview, ShortClaims } from './assign-preview'

type Reply = z.output<(typeof spreadReviewersContract)['output']>
type Props = { statementId: string; data: AssignmentsDto; onClose: () => void }

/** Fewest verdicts of the usual policy: what the number begins with. */
const USUAL_QUORUM = 3

/** Whom to ask, how many a claim, and what that would do. What is chosen outlives a refusal and a reload. */
export function AssignForm({ statementId, data, onClose }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const {
    value: draft,
    change,
    discard,
  } = useDraft<AssignDraft>(`assign:${statementId}`, draftFrom(data, USUAL_QUORUM))
  const [done, setDone] = useState<Reply | null>(null)
  const assign = useCommand(spreadReviewersContract, {
    onDone: reply => {
      discard()
      void queries.invalidateQueries({ queryKey: queryKeys.statement(statementId) })
      void queries.invalidateQueries({ queryKey: ['claim'] })
      void queries.invalidateQueries({ queryKey: ['queue'] })
      announce('Reviewers assigned.')
      if (reply.items.some(({ missing }) => missing > 0)) setDone(reply)
      else onClose()
    },
  })
  const set = (next: Partial<AssignDraft>) => {
    if (assign.problem) assign.clear()
    change(before => ({ ...before, ...next }))
  }
  const perClaim = perClaimOf(draft)
  const preview = previewOf(data, draft)
  const isNobody = draft.memberIds.length === 0
  const mayStart = perClaim !== undefined && !(isNobody && (draft.mode === 'ADD' || draft.alsoNew))

  if (done) {
    return (
      <>
        <div className="dialog-body">
          <p>Done. {counted(done.items.filter(({ missing }) => missing > 0).length, 'claim')} could not get enough:</p>
          <ShortClaims claims={done.items.flatMap(item => (item.why ? [{ ...item, why: item.why }] : []))} />
        </div>
        <div className="dialog-foot">
          <button type="button" className="btn btn-main" onClick={onClose}>
            Close
          </button>
        </div>
      </>
    )
  }
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (mayStart) assign.run({ statementId, ...wishOf(draft), perClaim: perClaim ?? null })
      }}
    >
      <div className="dialog-body assign">
        <AssignMembers members={data.members} draft={draft} preview={preview} onChange={set} />
        <fieldset>
          <legend className="label">How many for each claim</legend>
          <label className="check">
            <input type="radio" name="each" checked={draft.isEach} onChange={() => set({ isEach: true })} />
            <span className="assign-each">
              <input
                type="number"
                min={1}
                max={50}
                className="field field-short"
                aria-label="Reviewers for each claim"
                aria-invalid={perClaim === undefined || undefined}
                value={draft.perClaim}
                onChange={event => set({ perClaim: event.target.value, isEach: true })}
              />
              each, spread evenly
            </span>
          </label>
          <label className="check">
            <input type="radio" name="each" checked={!draft.isEach} onChange={() => set({ isEach: false })} />
            <span>Everyone chosen rates every claim</span>
          </label>
          {perClaim === undefined ? <p className="field-error">Give a number from 1 to 50.</p> : null}
        </fieldset>
        <fieldset>
          <legend className="label">Those already asked</legend>
          <label className="check">
            <input type="radio" name="mode" checked={draft.mode === 'ADD'} onChange={() => set({ mode: 'ADD' })} />
            <span>Stay, and count towards that number</span>
          </label>
          <label className="check">
            <input
              type="radio"
              name="mode"
              checked={draft.mode === 'REPLACE'}
              onChange={() => set({ mode: 'REPLACE' })}
            />
            <span>
              Are chosen anew
              <span className="hint">Whoever has cast stays.</span>
            </span>
          </label>
        </fieldset>
        <label className="check">
          <input type="checkbox" checked={draft.alsoNew} onChange={event => set({ alsoNew: event.target.checked })} />
          <span>
            Also claims that are highlighted later
            <span className="hint">
              {data.later && !draft.alsoNew
                ? 'Saving ends what is planned for them now.'
                : 'Each is assigned at once, in the same way.'}
            </span>
          </span>
        </label>
        <AssignPreview preview={preview} claims={data.claims.length} alsoNew={draft.alsoNew} isNobody={isNobody} />
        <ProblemNotice error={assign.problem} />
      </div>
      <div className="dialog-foot">
        <button type="submit" className="btn btn-main" disabled={assign.isRunning || !mayStart}>
          {assign.isRunning ? 'One moment…' : 'Assign'}
        </button>
        <button
          type="button"
          className="btn btn-plain"
          onClick={() => {
            discard()
            onClose()
          }}
        >
          Cancel
        </button>
      </div>
    </form>
  )
}

function wishOf({ memberIds, mode, alsoNew }: AssignDraft) {
  return { memberIds: [...memberIds], mode, alsoNew }
}
