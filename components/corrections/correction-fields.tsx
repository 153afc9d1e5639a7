'use client'

import { useId } from 'react'
import { ReportChoice } from '@/components/reports/report-choice'
import { Field } from '@/components/ui/field'
import { KIND_MEANINGS, KIND_WORDS, MAX_CORRECTION_LENGTH } from '@/lib/domain/correction'
import type { CorrectionKind } from '@/lib/domain/vocabulary'
import type { CorrectionDraft, CorrectionErrors } from './correction-draft'

type Props = {
  kinds: readonly CorrectionKind[]
  draft: CorrectionDraft
  errors: CorrectionErrors
  /** What it is about, whose readers’ reports it may answer. */
  about: { statementId: string; claimId: string | null }
  onChange: (draft: CorrectionDraft) => void
}

/** What a correction is called, what changed and why: the three things that readers are told. */
export function CorrectionFields({ kinds, draft, errors, about, onChange }: Props) {
  const id = useId()
  return (
    <>
      <fieldset className="kinds" aria-describedby={errors.kind ? `${id}-error` : undefined}>
        <legend className="label">What it is</legend>
        {kinds.map(kind => (
          <label key={kind}>
            <input
              type="radio"
              name={id}
              checked={draft.kind === kind}
              aria-invalid={errors.kind ? true : undefined}
              onChange={() => onChange({ ...draft, kind })}
            />
            <span>
              <b>{KIND_WORDS[kind]}</b> <span className="small">{KIND_MEANINGS[kind]}</span>
            </span>
          </label>
        ))}
        {errors.kind ? (
          <p className="field-error" id={`${id}-error`}>
            {errors.kind}
          </p>
        ) : null}
      </fieldset>
      <Field label="What changed" hint="What readers should now know." error={errors.whatChanged}>
        {control => (
          <textarea
            {...control}
            className="field"
            rows={2}
            maxLength={MAX_CORRECTION_LENGTH}
            dir="auto"
            value={draft.whatChanged}
            onChange={event => onChange({ ...draft, whatChanged: event.target.value })}
          />
        )}
      </Field>
      <Field label="Why" hint="What was missed, or what is new. Readers see this too." error={errors.why}>
        {control => (
          <textarea
            {...control}
            className="field"
            rows={2}
            maxLength={MAX_CORRECTION_LENGTH}
            dir="auto"
            value={draft.why}
            onChange={event => onChange({ ...draft, why: event.target.value })}
          />
        )}
      </Field>
      <ReportChoice
        {...about}
        chosen={draft.reportIds ?? []}
        onChange={reportIds => onChange({ ...draft, reportIds })}
      />
    </>
  )
}
