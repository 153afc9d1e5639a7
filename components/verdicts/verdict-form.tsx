'use client'

import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { CitationsField } from '@/components/citations/citations-field'
import { ChangeNotice } from '@/components/claims/change-notice'
import { changeNotice, claimChanges } from '@/components/claims/claim-changes'
import { useClaimCommand } from '@/components/claims/use-claim-command'
import { useGuideTick } from '@/components/queue/use-guide'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import type { ClaimDto } from '@/lib/contracts/claims'
import { castVerdictContract } from '@/lib/contracts/verdicts'
import type { Problem } from '@/lib/domain/problem'
import { textOf } from '@/lib/domain/sentence'
import { counted } from '@/lib/domain/sentence-words'
import { CONFIDENCES } from '@/lib/domain/vocabulary'
import { CONFIDENCE_LABELS } from './labels'
import { Pick } from './pick'
import { RatingPicker } from './rating-picker'
import { RatingShortcuts } from './rating-shortcuts'
import { useSubmitKey } from './use-submit-key'
import { checkVerdict, type VerdictDraft } from './verdict-draft'

type Props = {
  claim: ClaimDto
  draft: VerdictDraft
  onChange: (next: (before: VerdictDraft) => VerdictDraft) => void
  /** Whether the draft is kept in this browser. */
  isKept: boolean
  /** Said above the form: where its text comes from. */
  origin: string | null
  onCast: (claim: ClaimDto) => void
  /** Leaves the verdict that is in as it is. */
  onCancel: (() => void) | null
  onRecuse: () => void
}

const NONE: readonly Problem[] = []

/** Rating, reasons, sources: one's own verdict on a claim. What is typed outlives a refusal, a reload and a lost session. */
export function VerdictForm({ claim, draft, onChange, isKept, origin, onCast, onCancel, onRecuse }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const announce = useAnnounce()
  const tick = useGuideTick()
  // What was wrong at the last attempt: a field that was not there yet is not found fault with while it is filled in.
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set())
  const [attempts, setAttempts] = useState(0)
  const [seen, setSeen] = useState(claim)
  const cast = useClaimCommand(castVerdictContract, {
    onDone: next => {
      announce(saidAfter(next))
      tick('cast')
      onCast(next)
    },
    onRefused: () => setAttempts(count => count + 1),
  })

  const checked = checkVerdict(claim, draft, claim.scale)
  const problems = checked.problems.filter(({ path }) => tried.has(path))
  const errorAt = (path: string) =>
    [...problems, ...(cast.problem?.errors ?? NONE)].find(one => one.path === path)?.message
  const isNewer = seen.version !== claim.version
  // Before a word is written there is nothing to look at again.
  if (isNewer && !isKept) setSeen(claim)
  const isChanged = isNewer && isKept && claimChanges(seen, claim).length > 0

  const set = (next: Partial<VerdictDraft>) => {
    if (cast.problem) cast.clear()
    onChange(before => ({ ...before, ...next }))
  }
  const choose = (key: string) => {
    set({ rating: key })
    form.current?.querySelector<HTMLInputElement>(`input[type=radio][value="${key}"]`)?.focus()
  }
  const submit = () => {
    if (cast.isRunning) return
    setTried(new Set(checked.problems.map(({ path }) => path)))
    if (isChanged || checked.input === null) {
      setAttempts(count => count + 1)
      if (checked.input === null) announce(`Not cast yet: ${counted(checked.problems.length, 'thing')} to look at.`)
      return
    }
    cast.run(checked.input)
  }
  useSubmitKey(submit)

  // An attempt that failed moves the focus; typing afterwards does not.
  useEffect(() => {
    if (attempts > 0) focusFirstProblem(form.current)
  }, [attempts])

  return (
    <form
      ref={form}
      className="part cast"
      aria-label="Your verdict"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {origin ? <p className="note">{origin}</p> : null}
      <RatingPicker
        legend="Your verdict"
        scale={claim.scale}
        value={draft.rating}
        onChange={rating => set({ rating })}
        error={errorAt('rating')}
        hasKeys
      />
      <RatingShortcuts scale={claim.scale} onPress={choose} />
      <Field
        label="Why"
        error={errorAt('rationale')}
        hint={
          claim.myVerdict
            ? undefined
            : 'Your rationale may be published, without your name unless your desk shows names.'
        }
      >
        {control => (
          <textarea
            {...control}
            className="field"
            rows={2}
            dir="auto"
            maxLength={10_000}
            placeholder="What a reader needs to repeat the check"
            value={draft.rationale}
            onChange={event => set({ rationale: event.target.value })}
          />
        )}
      </Field>
      <CitationsField
        citations={draft.citations}
        earlier={claim.rounds.flatMap(round => round.verdicts.flatMap(({ citations }) => citations))}
        errorAt={errorAt}
        onChange={next => {
          if (cast.problem) cast.clear()
          onChange(before => ({ ...before, citations: next(before.citations) }))
        }}
      />
      <Pick
        legend="Confidence"
        note="never counted"
        options={CONFIDENCES}
        labels={CONFIDENCE_LABELS}
        value={draft.confidence}
        onChange={confidence => set({ confidence })}
        error={errorAt('confidence')}
      />
      <div className="foot">
        {isChanged ? (
          <ChangeNotice
            notice={changeNotice(seen, claim, 'writing')}
            then="Look again, then cast. Your text is kept."
            onSeen={() => setSeen(claim)}
          />
        ) : (
          <ProblemNotice error={cast.problem} isPlaced={path => errorAt(path) !== undefined} />
        )}
        <button
          type="submit"
          className="btn btn-main"
          disabled={cast.isRunning}
          title="Cast verdict (Ctrl or ⌘ with Enter)"
        >
          {cast.isRunning ? 'Casting…' : 'Cast verdict'} <kbd>Ctrl ⏎</kbd>
        </button>
        {onCancel ? (
          <button type="button" className="btn btn-plain" onClick={onCancel}>
            Leave as it is
          </button>
        ) : (
          <button
            type="button"
            className="btn btn-plain"
            disabled={!claim.may.recuse.allowed}
            title={claim.may.recuse.reason ?? 'Stand back from this claim'}
            onClick={onRecuse}
          >
            Recuse…
          </button>
        )}
        <span className="small push saved">{isKept ? 'Draft saved' : ''}</span>
      </div>
    </form>
  )
}

/** Alone or last: a verdict that completes the round closes it. */
function saidAfter(claim: ClaimDto): string {
  const round = claim.rounds.at(-1)
  return round?.state === 'CLOSED'
    ? `Round ${round.number} has closed. ${textOf(round.sentence)}`
    : 'Your verdict is in. All open together when the round closes; until then you can change yours.'
}

/** What takes the focus: a field that is wrong, or the button beside what is missing. */
const FIRST_PROBLEM = '[aria-invalid="true"], button[data-invalid="true"], .change-notice button'

function focusFirstProblem(form: HTMLFormElement | null): void {
  const found = form?.querySelector<HTMLElement>(FIRST_PROBLEM)
  found?.focus({ preventScroll: true })
  // In the middle, clear of what sticks to the edges, so that the message beneath is seen too.
  found?.scrollIntoView({ block: 'center' })
}
