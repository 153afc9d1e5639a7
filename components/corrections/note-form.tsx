'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { createCorrectionContract } from '@/lib/contracts/corrections'
import { NOTE_KINDS } from '@/lib/domain/correction'
import { type CorrectionDraft, EMPTY_CORRECTION, lacksOf } from './correction-draft'
import { CorrectionFields } from './correction-fields'

type Props = {
  statementId: string
  claims: readonly { id: string; claimReviewed: string }[]
  onDone: () => void
  onClose: () => void
}

type NoteDraft = CorrectionDraft & { claimId: string }

/** Adds a dated note to what is published, which every page of the statement shows at once. */
export function NoteForm({ statementId, claims, onDone, onClose }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [tries, setTries] = useState(0)
  const {
    value: draft,
    change,
    discard,
  } = useDraft<NoteDraft>(`note:${statementId}`, { ...EMPTY_CORRECTION, claimId: '' })
  const add = useCommand(createCorrectionContract, {
    onDone: () => {
      discard({ ...EMPTY_CORRECTION, claimId: '' })
      void queries.invalidateQueries({ queryKey: queryKeys.reports })
      announce('The note is published.')
      void queries.invalidateQueries({ queryKey: queryKeys.corrections(statementId) })
      onDone()
    },
  })
  const { problem } = add
  const lacks = lacksOf(draft, NOTE_KINDS)
  const isComplete = Object.keys(lacks).length === 0
  const errors = {
    kind: (tries > 0 ? lacks.kind : undefined) ?? errorAt(problem, 'kind'),
    whatChanged: (tries > 0 ? lacks.whatChanged : undefined) ?? errorAt(problem, 'whatChanged'),
    why: (tries > 0 ? lacks.why : undefined) ?? errorAt(problem, 'why'),
  }
  const form = useFocusInvalid(problem ?? (isComplete ? null : tries))
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setTries(count => count + 1)
        const { kind, whatChanged, why, claimId, reportIds = [] } = draft
        const words = { claimId: claimId || null, whatChanged, why, reportIds: [...reportIds] }
        if (isComplete && kind) add.run({ statementId, kind, ...words })
      }}
    >
      <p className="quiet">
        A note stands beside the check and above every publication. It changes no rating and no wording: for that,
        reopen the claim, decide it anew and publish again.
      </p>
      <Field label="About" error={errorAt(problem, 'claimId')}>
        {control => (
          <select
            {...control}
            className="field"
            value={draft.claimId}
            onChange={event => change(before => ({ ...before, claimId: event.target.value }))}
          >
            <option value="">The statement as a whole</option>
            {claims.map(({ id, claimReviewed }) => (
              <option key={id} value={id}>
                {claimReviewed}
              </option>
            ))}
          </select>
        )}
      </Field>
      <CorrectionFields
        kinds={NOTE_KINDS}
        draft={draft}
        errors={errors}
        about={{ statementId, claimId: draft.claimId || null }}
        onChange={next => change(before => ({ ...before, ...next }))}
      />
      <ProblemNotice error={problem} isPlaced={path => ['claimId', 'kind', 'whatChanged', 'why'].includes(path)} />
      <div className="row">
        <button type="submit" className="btn btn-main" disabled={add.isRunning}>
          {add.isRunning ? 'Publishing…' : 'Publish the note'}
        </button>
        <button type="button" className="btn btn-plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  )
}
