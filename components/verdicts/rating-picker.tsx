'use client'

import { useId, useState } from 'react'
import { useShortcuts } from '@/components/ui/shortcuts'
import { type Rating, type RatingScale, ratingsInOrder } from '@/lib/domain/scale'
import { ratingKeys } from './rating-keys'

type Props = {
  legend: string
  scale: RatingScale
  value: string | null
  onChange: (key: string) => void
  error?: string | undefined
  /** Ratings that cannot be chosen here. */
  without?: readonly string[]
  /** Whether keys choose here: each is shown beside its word while shortcuts are on. */
  hasKeys?: boolean
  /** The choice to give none of them, where there is one. */
  none?: { label: string; definition: string; isChosen: boolean; onChoose: () => void }
}

/** No rating's key: those are never empty. */
const NONE = ''
const NO_KEYS: ReadonlyMap<string, string> = new Map()

/**
 * One radio group over the scale: ordered ratings from left to right in words, the others below. The definition of what
 * is pointed at, focused or chosen stands beneath in a place of its own, so nothing moves.
 */
export function RatingPicker(props: Props) {
  const { legend, scale, value, onChange, error, without = [], hasKeys = false, none } = props
  const id = useId()
  const [pointed, setPointed] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const ratings = ratingsInOrder(scale).filter(({ key }) => !without.includes(key))
  const { areOn } = useShortcuts()
  const keys = hasKeys && areOn ? ratingKeys(scale) : NO_KEYS
  const shown = pointed ?? focused ?? (none?.isChosen ? NONE : value)

  const option = (rating: Rating) => {
    const key = keys.get(rating.key)
    return (
      <label
        key={rating.key}
        className={rating.position === null ? 'off' : 'step'}
        data-r={rating.tone}
        title={key ? `${rating.label} (${key.toUpperCase()})` : undefined}
        onPointerEnter={() => setPointed(rating.key)}
        onPointerLeave={() => setPointed(null)}
      >
        <input
          type="radio"
          name={id}
          value={rating.key}
          checked={rating.key === value}
          aria-describedby={`${id}-${rating.key}`}
          aria-keyshortcuts={key?.toUpperCase()}
          aria-invalid={error ? true : undefined}
          onChange={() => onChange(rating.key)}
          onFocus={() => setFocused(rating.key)}
          onBlur={() => setFocused(null)}
        />
        <span className="dot" aria-hidden="true" />
        <span className="word" data-word={rating.label}>
          {rating.label}
        </span>
        {key ? (
          <span aria-hidden="true">
            <kbd>{key.toUpperCase()}</kbd>
          </span>
        ) : null}
      </label>
    )
  }
  const on = ratings.filter(({ position }) => position !== null)
  const off = ratings.filter(({ position }) => position === null)
  return (
    <fieldset className="rating-picker" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="part-name">{legend}</legend>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div className="scale" style={{ gridTemplateColumns: `repeat(${on.length}, minmax(0, 1fr))` }}>
        {on.map(option)}
      </div>
      {off.length > 0 ? (
        <div className="offs">
          <span className="small">Off the scale</span>
          {off.map(option)}
        </div>
      ) : null}
      {none ? (
        <div className="offs">
          <label
            className="off"
            data-r="none"
            onPointerEnter={() => setPointed(NONE)}
            onPointerLeave={() => setPointed(null)}
          >
            <input
              type="radio"
              name={id}
              checked={none.isChosen}
              aria-describedby={`${id}-none`}
              aria-invalid={error ? true : undefined}
              onChange={none.onChoose}
              onFocus={() => setFocused(NONE)}
              onBlur={() => setFocused(null)}
            />
            <span className="dot" aria-hidden="true" />
            <span className="word" data-word={none.label}>
              {none.label}
            </span>
          </label>
        </div>
      ) : null}
      <div className="defs">
        <p className="def def-none" data-shown={shown === null}>
          Rest on a word, or choose it, to see what it means.
        </p>
        {ratings.map(rating => (
          <p key={rating.key} className="def" id={`${id}-${rating.key}`} data-shown={rating.key === shown}>
            <b>{rating.label}</b> {rating.definition}
          </p>
        ))}
        {none ? (
          <p className="def" id={`${id}-none`} data-shown={shown === NONE}>
            <b>{none.label}</b> {none.definition}
          </p>
        ) : null}
      </div>
    </fieldset>
  )
}
