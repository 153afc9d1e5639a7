'use client'

import { useEffect, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { STANCE_LABELS } from '@/components/verdicts/labels'
import { Pick } from '@/components/verdicts/pick'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { STANCES } from '@/lib/domain/vocabulary'
import { siteOf } from '@/lib/domain/web-address'
import { type CitationDraft, SOURCE_PARTICULARS } from './citation-draft'
import { SourceFields } from './source-fields'

type Props = {
  citation: CitationDraft
  /** The error at `source.url`, `quote` and so on. */
  errorAt: (path: string) => string | undefined
  onChange: (next: Partial<CitationDraft>) => void
  onRemove: () => void
  /** Takes the focus whenever this is another object. */
  askedFor: object | null
}

/** One citation being written: the source, the passage, what it reports, and what it does to the claim. */
export function CitationEditor({ citation, errorAt, onChange, onRemove, askedFor }: Props) {
  const place = useRef<HTMLInputElement>(null)
  const { source } = citation
  // What is wrong with the source is said at its particulars, so these are not folded away meanwhile.
  const isOpen = citation.isOpen || SOURCE_PARTICULARS.some(field => errorAt(`source.${field}`) !== undefined)
  useEffect(() => {
    if (askedFor) place.current?.focus()
  }, [askedFor])

  const name = source.title || siteOf(source.url) || 'this source'
  return (
    <li className="source">
      {isOpen ? (
        <SourceFields
          citation={citation}
          onChange={onChange}
          placeRef={place}
          errorAt={field => errorAt(`source.${field}`)}
        />
      ) : (
        <SourceHead citation={citation} />
      )}
      <Field label="Quoted passage, word for word" isLabelHidden error={errorAt('quote')}>
        {control => (
          <textarea
            {...control}
            className="field field-bare"
            rows={1}
            dir="auto"
            placeholder="Quoted passage, word for word"
            value={citation.quote}
            onChange={event => onChange({ quote: event.target.value })}
          />
        )}
      </Field>
      <Field label="What it reports, in your own words" isLabelHidden error={errorAt('note')}>
        {control => (
          <textarea
            {...control}
            className="field field-own"
            rows={1}
            dir="auto"
            placeholder="What it reports, in your own words"
            value={citation.note}
            onChange={event => onChange({ note: event.target.value })}
          />
        )}
      </Field>
      <div className="source-foot">
        <Pick
          legend={`What ${name} does to the claim`}
          isLegendHidden
          options={STANCES}
          labels={STANCE_LABELS}
          value={citation.stance}
          onChange={stance => onChange({ stance })}
          error={errorAt('stance')}
        />
        <span className="push">
          <button
            type="button"
            className="btn btn-plain btn-small"
            aria-expanded={isOpen}
            aria-label={isOpen ? `Fold ${name}` : `Edit ${name}`}
            onClick={() => onChange({ isOpen: !isOpen })}
          >
            {isOpen ? 'Fold' : 'Edit'}
          </button>
          <button type="button" className="btn btn-plain btn-small" aria-label={`Remove ${name}`} onClick={onRemove}>
            Remove
          </button>
        </span>
      </div>
    </li>
  )
}

function SourceHead({ citation: { source, hasAddress } }: { citation: CitationDraft }) {
  const isLink = hasAddress && /^https?:\/\//i.test(source.url)
  const facts = [
    source.publisher,
    source.publishedOn ? partialDateInWords(source.publishedOn) : '',
    isLink ? siteOf(source.url) : source.reference,
  ]
  return (
    <>
      <p className="source-title" dir="auto">
        {isLink ? (
          <a href={source.url} rel="noreferrer nofollow" target="_blank">
            {source.title || source.url}
          </a>
        ) : (
          source.title || 'A source without a title'
        )}
      </p>
      <p className="small">{facts.filter(Boolean).join(' · ')}</p>
    </>
  )
}
