'use client'

import { Field } from '@/components/ui/field'
import type { StatementDto } from '@/lib/contracts/statements'
import type { Wording } from './composer-draft'
import { Fold } from './fold'

type Props = {
  wording: Wording
  onChange: (next: (before: Wording) => Wording) => void
  statement: Pick<StatementDto, 'claimant' | 'saidOn'>
  errorAt: (path: string) => string | undefined
  /** Runs on Enter in the sentence. */
  onEnter?: () => void
  sentenceRef?: React.RefObject<HTMLTextAreaElement | null>
}

const LONGEST_SENTENCE = 500

/** The sentence, and, folded away, who said it and when where the statement does not say so already. */
export function ClaimWording({ wording, onChange, statement, errorAt, onEnter, sentenceRef }: Props) {
  const set = (field: keyof Wording, value: string) => onChange(before => ({ ...before, [field]: value }))
  const isElsewhere = Boolean(wording.claimant || wording.saidOn || errorAt('claimant') || errorAt('saidOn'))
  return (
    <>
      <Field
        label="What does this passage assert?"
        hint="One checkable sentence the speaker would recognise. Don’t say whether it is true."
        error={errorAt('claimReviewed')}
      >
        {control => (
          <textarea
            {...control}
            ref={sentenceRef}
            className="field prose"
            rows={3}
            maxLength={LONGEST_SENTENCE}
            dir="auto"
            value={wording.claimReviewed}
            onChange={event => set('claimReviewed', event.target.value.replace(/\s*\n\s*/g, ' '))}
            onKeyDown={event => {
              // Enter that ends a composition belongs to the input method.
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !onEnter) return
              event.preventDefault()
              onEnter()
            }}
          />
        )}
      </Field>
      <Fold className="said-elsewhere" summary="Said by someone else, or another day" isNeeded={isElsewhere}>
        <div className="form">
          <Field label="Claimant" isOptional hint={`Empty: ${statement.claimant}`} error={errorAt('claimant')}>
            {control => (
              <input
                {...control}
                className="field"
                dir="auto"
                maxLength={300}
                autoComplete="off"
                value={wording.claimant}
                onChange={event => set('claimant', event.target.value)}
              />
            )}
          </Field>
          <Field
            label="Said on"
            isOptional
            hint={`2022, 2022-01 or 2022-01-07. Empty: ${statement.saidOn ?? 'as the statement, which gives no date'}`}
            error={errorAt('saidOn')}
          >
            {control => (
              <input
                {...control}
                className="field"
                autoComplete="off"
                value={wording.saidOn}
                onChange={event => set('saidOn', event.target.value)}
              />
            )}
          </Field>
        </div>
      </Fold>
    </>
  )
}
