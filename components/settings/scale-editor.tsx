'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import type { ScaleDto } from '@/lib/contracts/scales'
import { setScaleContract } from '@/lib/contracts/scales'
import { MAX_RATINGS, validateScale } from '@/lib/domain/scale'
import { RatingEditor } from './rating-editor'
import { draftOf, moved, problemsByRow, type RatingDraft, ratingsOf, type Side } from './scale-draft'

type Props = { scale: ScaleDto; onClose: () => void }

/** Makes the next version of the scale. Claims that exist keep theirs. */
export function ScaleEditor({ scale, onClose }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { value: draft, change, discard } = useDraft(`scale:${scale.version}`, draftOf(scale))
  const [tries, setTries] = useState(0)
  const save = useMutation({
    mutationFn: () =>
      callApi(setScaleContract, { basedOn: scale.version, name: draft.name, ratings: ratingsOf(draft) }),
    onSuccess: async () => {
      discard()
      announce('The new scale is in force for claims from now on.')
      await queries.invalidateQueries({ queryKey: queryKeys.workspace })
      onClose()
    },
  })
  const found = validateScale({ name: draft.name, ratings: ratingsOf(draft) })
  const refused = save.error instanceof ApiProblem ? save.error.errors : []
  const problems = problemsByRow(tries === 0 ? [] : found.length > 0 ? found : refused)
  const form = useFocusInvalid(tries)
  const general = (problems.get(-1) ?? []).filter(({ path }) => path !== 'name')
  const count = draft.on.length + draft.off.length

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    setTries(tries + 1)
    if (found.length === 0) save.mutate()
  }
  const add = (side: Side) => change(before => ({ ...before, [side]: [...before[side], newRating(side)] }))
  const list = (side: Side) => (
    <ul>
      {draft[side].map((rating, index) => (
        <RatingEditor
          key={rating.id}
          rating={rating}
          side={side}
          isFirst={index === 0}
          isLast={index === draft[side].length - 1}
          problems={problems.get(side === 'on' ? index : draft.on.length + index) ?? []}
          onChange={next =>
            change(before => ({ ...before, [side]: before[side].map(one => (one.id === next.id ? next : one)) }))
          }
          onMove={by => {
            change(before => ({ ...before, [side]: moved(before[side], index, by) }))
            announce(`${rating.label}: place ${index + 1 + by} of ${draft[side].length}`)
          }}
          onCross={() => change(before => crossed(before, side, rating))}
          onRemove={() => change(before => ({ ...before, [side]: before[side].filter(({ id }) => id !== rating.id) }))}
        />
      ))}
    </ul>
  )
  return (
    <form ref={form} className="form" method="post" onSubmit={handleSubmit} noValidate>
      <h2>Change the scale</h2>
      <p className="quiet">This makes version {scale.version + 1}, for claims made from now on.</p>
      <Field label="Name of the scale" error={problems.get(-1)?.find(({ path }) => path === 'name')?.message}>
        {control => (
          <input
            {...control}
            className="field"
            value={draft.name}
            onChange={event => change(before => ({ ...before, name: event.target.value }))}
          />
        )}
      </Field>
      <fieldset>
        <legend className="label">On the scale, from the top</legend>
        {list('on')}
        <AddButton isFull={count >= MAX_RATINGS} onAdd={() => add('on')} />
      </fieldset>
      <fieldset>
        <legend className="label">Off the scale</legend>
        {list('off')}
        <AddButton isFull={count >= MAX_RATINGS} onAdd={() => add('off')} />
      </fieldset>
      {general.map(({ message }) => (
        <p key={message} className="field-error" role="alert">
          {message}
        </p>
      ))}
      {refused.length > 0 ? null : <ProblemNotice error={save.error} />}
      <div className="row">
        <button type="submit" className="btn btn-main" disabled={save.isPending}>
          {save.isPending ? 'Saving…' : `Set version ${scale.version + 1}`}
        </button>
        <button
          type="button"
          className="btn btn-plain"
          onClick={() => {
            discard()
            onClose()
          }}
        >
          Leave it as it is
        </button>
      </div>
    </form>
  )
}

function AddButton({ isFull, onAdd }: { isFull: boolean; onAdd: () => void }) {
  return (
    <p className="row add-rating">
      <button type="button" className="btn" disabled={isFull} onClick={onAdd}>
        Add a rating
      </button>
      {isFull ? <span className="small">A scale has at most {MAX_RATINGS} ratings.</span> : null}
    </p>
  )
}

function newRating(side: Side): RatingDraft {
  return {
    id: `new-${Date.now()}-${Math.random()}`,
    key: null,
    label: '',
    definition: '',
    tone: side === 'on' ? 'mixed' : 'unverifiable',
    requiresCitation: side === 'on',
  }
}

/** The rating moves to the end of the other list. */
function crossed<D extends Record<Side, RatingDraft[]>>(draft: D, from: Side, rating: RatingDraft): D {
  const to: Side = from === 'on' ? 'off' : 'on'
  return { ...draft, [from]: draft[from].filter(({ id }) => id !== rating.id), [to]: [...draft[to], rating] }
}
