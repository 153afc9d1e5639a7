'use client'

import { ReportChoice } from '@/components/reports/report-choice'
import { Field } from '@/components/ui/field'
import { RadioList } from '@/components/ui/radio-list'
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
  return (
    <>
      <RadioList
        legend="What it is"
        options={kinds}
        labels={KIND_WORDS}
        meanings={KIND_MEANINGS}
        value={draft.kind}
        onChange={kind => onChange({ ...draft, kind })}
        error={errors.kind}
      />
      <TextField
        label="What changed"
        hint="What readers should now know."
        error={errors.whatChanged}
        value={draft.whatChanged}
        onChange={whatChanged => onChange({ ...draft, whatChanged })}
      />
      <TextField
        label="Why"
        hint="What was missed, or what is new. Readers see this too."
        error={errors.why}
        value={draft.why}
        onChange={why => onChange({ ...draft, why })}
      />
      <ReportChoice
        {...about}
        chosen={draft.reportIds ?? []}
        onChange={reportIds => onChange({ ...draft, reportIds })}
      />
    </>
  )
}

type TextProps = {
  label: string
  hint: string
  error: string | undefined
  value: string
  onChange: (value: string) => void
}

function TextField({ value, onChange, ...about }: TextProps) {
  return (
    <Field {...about}>
      {control => (
        <textarea
          {...control}
          className="field"
          rows={2}
          maxLength={MAX_CORRECTION_LENGTH}
          dir="auto"
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
