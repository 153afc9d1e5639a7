'use client'

import { useEffect, useId, useRef } from 'react'
import type { Span } from '@/components/statement/span'
import type { PassageDto } from '@/lib/contracts/versions'

type Props = {
  suggestions: readonly PassageDto[]
  /** The mapping found a place already: what is chosen is another one. */
  isThere: boolean
  place: Span | null
  onPlace: (place: Span | null) => void
  language: string
  direction: 'ltr' | 'rtl'
}

/** Where a passage may stand now. Suggestions only: nothing is chosen until a person chooses it. */
export function PlaceChoice({ suggestions, isThere, place, onPlace, language, direction }: Props) {
  const name = useId()
  const own = useRef<HTMLLabelElement>(null)
  // On a phone it stands below the fold of its half.
  useEffect(() => {
    if (place) own.current?.scrollIntoView({ block: 'nearest' })
  }, [place])
  const isOwn = place !== null && !suggestions.some(passage => isAt(passage, place))
  return (
    <fieldset className="places">
      <legend className="label">Where does it stand now?</legend>
      {suggestions.length > 0 ? (
        <p className="small">
          Suggestions, likeliest first. Read each before you choose it; or select the words in the text.
        </p>
      ) : (
        <p className="small">
          Nothing {isThere ? 'else ' : ''}in the text looks like it. If it stands somewhere, select its words in the
          text.
        </p>
      )}
      {suggestions.map(passage => (
        <label key={`${passage.start}-${passage.end}`} className="place">
          <input
            type="radio"
            name={name}
            checked={place !== null && isAt(passage, place)}
            onChange={() => onPlace({ start: passage.start, end: passage.end, exact: passage.exact })}
          />
          <span lang={language} dir={direction}>
            <span className="quiet">…{passage.prefix}</span>
            <span className="passage-words">{passage.exact}</span>
            <span className="quiet">{passage.suffix}…</span>
          </span>
        </label>
      ))}
      {isOwn ? (
        <label className="place" ref={own}>
          <input type="radio" name={name} checked onChange={() => undefined} />
          <span lang={language} dir={direction}>
            <span className="small">Selected: </span>
            <span className="passage-words">{place.exact}</span>
          </span>
        </label>
      ) : null}
      {place ? (
        <button type="button" className="link small" onClick={() => onPlace(null)}>
          None of these
        </button>
      ) : null}
    </fieldset>
  )
}

function isAt(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start === other.start && one.end === other.end
}
