'use client'

import { errorAt } from '@/components/api/field-errors'
import { Field } from '@/components/ui/field'
import { COMMON_LANGUAGES } from './languages'
import { inLanguage, type StatementDetails } from './statement-draft'

type Props = { details: StatementDetails; onChange: (details: StatementDetails) => void; error: unknown }

/** The statement's language, from the list or as a tag, and the direction that follows from it. */
export function LanguageFields({ details, onChange, error }: Props) {
  const isOther = details.language === 'other'
  return (
    <>
      <div className="pair">
        <Field label="Language" error={isOther ? undefined : errorAt(error, 'language')}>
          {control => (
            <select
              {...control}
              className="field"
              value={details.language}
              onChange={event => onChange(inLanguage(details, { language: event.target.value }))}
            >
              {COMMON_LANGUAGES.map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
              <option value="other">Another…</option>
            </select>
          )}
        </Field>
        <Field label="Written" error={errorAt(error, 'direction')}>
          {control => (
            <select
              {...control}
              className="field"
              value={details.direction}
              onChange={event => onChange({ ...details, direction: event.target.value === 'rtl' ? 'rtl' : 'ltr' })}
            >
              <option value="ltr">left to right</option>
              <option value="rtl">right to left</option>
            </select>
          )}
        </Field>
      </div>
      {isOther ? (
        <Field label="Language tag" hint="BCP 47, such as pt-BR, sr-Latn or ckb." error={errorAt(error, 'language')}>
          {control => (
            <input
              {...control}
              className="field"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              value={details.otherLanguage}
              onChange={event => onChange(inLanguage(details, { otherLanguage: event.target.value }))}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}
