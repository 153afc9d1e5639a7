'use client'

import { useId } from 'react'
import type { ImportPassageDto, ImportPlaceDto } from '@/lib/contracts/imports'
import type { ImportStatement } from './import-words'

type Props = {
  statement: ImportStatement
  passage: ImportPassageDto
  chosen: number | null
  onChoose: (suggestion: number | null) => void
}

/** One passage: where it stands for certain, or what the annotation quotes and where that may be. */
export function ImportPassage({ statement, passage, chosen, onChoose }: Props) {
  const name = useId()
  const { state, place, reason, suggestions } = passage
  if (place) return <InContext statement={statement} place={place} />
  const quoted = `${passage.prefix}${passage.exact}${passage.suffix}`
  return (
    <div className="import-uncertain">
      {quoted === '' ? null : (
        <figure>
          <figcaption className="small">In the annotation</figcaption>
          <blockquote className="import-quote" dir="auto">
            <span className="quiet">{passage.prefix}</span>
            <b>{passage.exact}</b>
            <span className="quiet">{passage.suffix}</span>
          </blockquote>
        </figure>
      )}
      <p className="small">{reason}</p>
      {state === 'NEEDS_PERSON' && suggestions.length > 0 ? (
        <fieldset className="import-places">
          <legend className="label">Where does it stand?</legend>
          {suggestions.map((suggestion, index) => (
            <label key={suggestion.start} className="import-place">
              <input type="radio" name={name} checked={chosen === index} onChange={() => onChoose(index)} />
              <span>
                <span className="small">{suggestion.isSame ? 'The same words: ' : 'Suggestion, other words: '}</span>
                <InContext statement={statement} place={suggestion} />
              </span>
            </label>
          ))}
          <label className="import-place">
            <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
            <span>None of these</span>
          </label>
        </fieldset>
      ) : null}
      {state === 'NEEDS_PERSON' && suggestions.length === 0 ? (
        <p className="small">If it stands in the text all the same, highlight it there by hand.</p>
      ) : null}
    </div>
  )
}

function InContext({ statement, place }: { statement: ImportStatement; place: ImportPlaceDto }) {
  return (
    <span className="import-quote" lang={statement.language} dir={statement.direction}>
      <span className="quiet">{place.before}</span>
      <mark>{place.exact}</mark>
      <span className="quiet">{place.after}</span>
    </span>
  )
}
