'use client'

import { type RefObject, useId } from 'react'
import { Fold } from '@/components/claims/fold'
import { Field } from '@/components/ui/field'
import { completeAddress } from '@/lib/domain/web-address'
import { type CitationDraft, SOURCE_TYPES, type SourceDraft } from './citation-draft'

type Props = {
  citation: CitationDraft
  onChange: (next: Partial<CitationDraft>) => void
  /** The error at a particular of the source, by its name. */
  errorAt: (field: keyof SourceDraft) => string | undefined
  placeRef: RefObject<HTMLInputElement | null>
}

const RARELY_NEEDED = ['author', 'archiveUrl', 'retrievedOn', 'interest'] as const

/** The particulars of a source. Address and title are enough to begin with; the rest is folded away. */
export function SourceFields({ citation, onChange, errorAt, placeRef }: Props) {
  const { source, hasAddress } = citation
  const set = (field: keyof SourceDraft, value: string) => onChange({ source: { ...source, [field]: value } })
  const complete = (field: 'url' | 'archiveUrl') => {
    const completed = completeAddress(source[field])
    if (completed !== source[field]) set(field, completed)
  }
  const text = (
    field: keyof SourceDraft,
    label: string,
    rest: { hint?: string; type?: string; isOptional?: boolean } = {},
  ) => (
    <Field label={label} error={errorAt(field)} hint={rest.hint} isOptional={rest.isOptional ?? false}>
      {control => (
        <input
          {...control}
          className="field"
          type={rest.type ?? 'text'}
          value={source[field]}
          autoComplete="off"
          onChange={event => set(field, event.target.value)}
          onBlur={field === 'archiveUrl' ? () => complete(field) : undefined}
        />
      )}
    </Field>
  )
  return (
    <div className="source-fields">
      {hasAddress ? (
        <Field label="Address" error={errorAt('url')}>
          {control => (
            <input
              {...control}
              ref={placeRef}
              className="field"
              type="url"
              inputMode="url"
              placeholder="https://"
              autoComplete="off"
              value={source.url}
              onChange={event => set('url', event.target.value)}
              onBlur={() => complete('url')}
            />
          )}
        </Field>
      ) : (
        <Field
          label="Where it can be found"
          error={errorAt('reference')}
          hint="Archive and shelf mark, broadcast and time, or whatever leads there."
        >
          {control => (
            <input
              {...control}
              ref={placeRef}
              className="field"
              autoComplete="off"
              value={source.reference}
              onChange={event => set('reference', event.target.value)}
            />
          )}
        </Field>
      )}
      <button
        type="button"
        className="btn btn-plain source-toggle"
        onClick={() => onChange({ hasAddress: !hasAddress })}
      >
        {hasAddress ? 'It has no address' : 'It has an address'}
      </button>
      {text('title', 'Title')}
      <div className="source-pair">
        {text('publisher', 'Publisher', { isOptional: true })}
        {text('publishedOn', 'Appeared', { isOptional: true, hint: '2022, 2022-01 or 2022-01-07' })}
      </div>
      <Fold
        className="source-more"
        summary="Author, archive, kind, interest"
        isNeeded={RARELY_NEEDED.some(field => errorAt(field) !== undefined)}
      >
        <div className="source-fields">
          {text('author', 'Author', { isOptional: true })}
          <div className="source-pair">
            <KindField value={source.type} onChange={type => onChange({ source: { ...source, type } })} />
            {text('retrievedOn', 'Looked at', { isOptional: true })}
          </div>
          {hasAddress ? text('archiveUrl', 'Archived copy', { isOptional: true, type: 'url' }) : null}
          {text('interest', 'Publisher’s interest', {
            isOptional: true,
            hint: 'What it stands to gain from one answer, if anything. Readers see this.',
          })}
        </div>
      </Fold>
    </div>
  )
}

function KindField({ value, onChange }: { value: SourceDraft['type']; onChange: (type: SourceDraft['type']) => void }) {
  const id = useId()
  return (
    <div className="field-group">
      <label className="label" htmlFor={id}>
        Kind
      </label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={event => onChange(event.target.value as SourceDraft['type'])} // the options are its only values
      >
        {Object.entries(SOURCE_TYPES).map(([type, label]) => (
          <option key={type} value={type}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
