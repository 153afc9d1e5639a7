'use client'

import { Field } from '@/components/ui/field'
import { RatingWord } from '@/components/ui/rating-word'
import { Shape } from '@/components/ui/shape'
import type { Problem } from '@/lib/domain/problem'
import { MAX_DEFINITION_LENGTH, MAX_LABEL_LENGTH, RATING_TONES, type RatingTone } from '@/lib/domain/scale'
import type { RatingDraft, Side } from './scale-draft'

/** What each colour and underline is called to someone who chooses one. */
const TONES: Readonly<Record<RatingTone, string>> = {
  true: 'Blue, solid line',
  'mostly-true': 'Light blue, thin line',
  mixed: 'Violet grey, double line',
  'mostly-false': 'Amber, dashed line',
  false: 'Orange, wavy line',
  'missing-context': 'Purple, thick dots',
  unverifiable: 'Grey, dots',
  'not-checkable': 'Grey tint, no line',
}

type Props = {
  rating: RatingDraft
  side: Side
  isFirst: boolean
  isLast: boolean
  problems: readonly Problem[]
  onChange: (rating: RatingDraft) => void
  onMove: (by: -1 | 1) => void
  onCross: () => void
  onRemove: () => void
}

/** One rating of the scale while it is edited, with its looks shown as readers will see them. */
export function RatingEditor({ rating, side, isFirst, isLast, problems, onChange, onMove, onCross, onRemove }: Props) {
  const name = rating.label.trim() || 'this rating'
  const problemAt = (path: string) => problems.find(problem => problem.path === path)?.message
  return (
    <li className="rating-edit">
      <div className="rating-edit-head">
        <RatingWord rating={{ label: rating.label.trim() || 'New rating', tone: rating.tone }} />
        <button
          type="button"
          className="btn btn-icon"
          disabled={isFirst}
          aria-label={`Move ${name} up`}
          title="Move up"
          onClick={() => onMove(-1)}
        >
          <Shape name="up" />
        </button>
        <button
          type="button"
          className="btn btn-icon"
          disabled={isLast}
          aria-label={`Move ${name} down`}
          title="Move down"
          onClick={() => onMove(1)}
        >
          <Shape name="down" />
        </button>
        <button type="button" className="btn btn-icon" aria-label={`Remove ${name}`} title="Remove" onClick={onRemove}>
          <Shape name="close" />
        </button>
      </div>
      <div className="two">
        <Field label="Label" error={problemAt('label') ?? problemAt('key')}>
          {control => (
            <input
              {...control}
              className="field"
              maxLength={MAX_LABEL_LENGTH}
              value={rating.label}
              onChange={event => onChange({ ...rating, label: event.target.value })}
            />
          )}
        </Field>
        <Field label="Looks" error={problemAt('tone')}>
          {control => (
            <select
              {...control}
              className="field"
              value={rating.tone}
              onChange={event => {
                const tone = RATING_TONES.find(option => option === event.target.value)
                if (tone) onChange({ ...rating, tone })
              }}
            >
              {RATING_TONES.map(tone => (
                <option key={tone} value={tone}>
                  {TONES[tone]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label="What it means" error={problemAt('definition')}>
        {control => (
          <textarea
            {...control}
            className="field"
            rows={2}
            maxLength={MAX_DEFINITION_LENGTH}
            value={rating.definition}
            onChange={event => onChange({ ...rating, definition: event.target.value })}
          />
        )}
      </Field>
      <div className="rating-edit-foot">
        <label className="check">
          <input
            type="checkbox"
            checked={rating.requiresCitation}
            onChange={event => onChange({ ...rating, requiresCitation: event.target.checked })}
          />
          A verdict with it needs a source
        </label>
        <button type="button" className="link" onClick={onCross}>
          {side === 'on' ? 'Take it off the scale' : 'Put it on the scale'}
        </button>
      </div>
    </li>
  )
}
