'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { type PolicyDto, setPolicyContract } from '@/lib/contracts/policies'
import { MAX_QUORUM, MAX_ROUNDS, MAX_SPREAD, MIN_QUORUM, validatePolicy } from '@/lib/domain/consensus-policy'
import { type DeskPeople, shortfallOf } from '@/lib/domain/decider'
import { ruleSentence } from '@/lib/domain/sentence-rule'
import { type PolicyNumber, policyDraftOf, policyOf } from './policy-draft'
import { PolicyEffect } from './policy-effect'
import { useSimulation } from './use-simulation'

type Props = { policy: PolicyDto; people: DeskPeople; onClose: () => void }

/** Makes the next version of the policy, saying all the while what it would mean and what it would have changed. */
export function PolicyEditor({ policy: current, people, onClose }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [draft, setDraft] = useState(() => policyDraftOf(current))
  const [tries, setTries] = useState(0)
  const [isEarly, setEarly] = useState(false)
  const policy = policyOf(draft)
  const invalid = validatePolicy(policy)
  const shortfall = invalid.length > 0 ? null : shortfallOf(policy, people)
  const problems = shortfall && !shortfall.isBeyondPolicy ? [shortfall] : invalid
  const { simulation, isShown, error, retry } = useSimulation(problems.length > 0 ? null : policy)
  const save = useMutation({
    mutationFn: () => callApi(setPolicyContract, { basedOn: current.version, ...policy }),
    onSuccess: async () => {
      announce('The new policy is in force for claims from now on.')
      await queries.invalidateQueries({ queryKey: queryKeys.workspace })
      onClose()
    },
  })
  const refused = save.error instanceof ApiProblem ? save.error.errors : []
  const shown = tries === 0 ? [] : problems.length > 0 ? problems : refused
  const problemAt = (path: PolicyNumber | 'separationOfDuties') => shown.find(problem => problem.path === path)?.message
  const form = useFocusInvalid(tries)

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    setTries(tries + 1)
    if (problems.length > 0) return
    // Nobody sets what they have not seen the effect of.
    setEarly(!isShown)
    if (isShown) save.mutate()
  }
  const number = (name: PolicyNumber, range: { min: number; max: number }) => (control: object) => (
    <input
      {...control}
      className="field"
      type="number"
      inputMode="numeric"
      step={1}
      {...range}
      value={draft[name]}
      onChange={event => setDraft({ ...draft, [name]: event.target.value })}
    />
  )
  return (
    <form ref={form} className="form" method="post" onSubmit={handleSubmit} noValidate>
      <h2>Change the policy</h2>
      <p className="quiet">This makes version {current.version + 1}, for claims made from now on.</p>
      <div className="numbers">
        <Field
          label="Quorum"
          hint={`Fewest verdicts that can agree, ${MIN_QUORUM} or more.`}
          error={problemAt('quorum')}
        >
          {number('quorum', { min: MIN_QUORUM, max: MAX_QUORUM })}
        </Field>
        <fieldset className="field-group">
          <legend className="label">Majority</legend>
          <div className="fraction">
            <Field label="Majority: so many" isLabelHidden error={problemAt('majorityNumerator')}>
              {number('majorityNumerator', { min: 1, max: 1_000 })}
            </Field>
            <span>of</span>
            <Field label="Majority: of so many" isLabelHidden error={problemAt('majorityDenominator')}>
              {number('majorityDenominator', { min: 1, max: 1_000 })}
            </Field>
          </div>
          <p className="hint">The share that gives the identical rating: more than half.</p>
        </fieldset>
        <Field label="Spread" hint="How many steps apart verdicts on the scale may lie." error={problemAt('spread')}>
          {number('spread', { min: 0, max: MAX_SPREAD })}
        </Field>
        <Field label="Rounds" hint="A split in the last one goes to an editor." error={problemAt('maxRounds')}>
          {number('maxRounds', { min: 1, max: MAX_ROUNDS })}
        </Field>
      </div>
      <label className="check">
        <input
          type="checkbox"
          aria-invalid={problemAt('separationOfDuties') ? true : undefined}
          aria-describedby={problemAt('separationOfDuties') ? 'separation-error' : undefined}
          checked={draft.separationOfDuties}
          onChange={event => setDraft({ ...draft, separationOfDuties: event.target.checked })}
        />
        <span>
          Who rated or created a claim does not decide it
          <span className="hint">Turn this off only where the desk is too small for it.</span>
        </span>
      </label>
      {problemAt('separationOfDuties') ? (
        <p className="field-error" id="separation-error">
          {problemAt('separationOfDuties')}
        </p>
      ) : null}
      <div aria-live="polite">
        <p className="label">In plain words</p>
        <p className="rule">{problems[0]?.message ?? ruleSentence(policy)}</p>
        {shortfall?.isBeyondPolicy ? <p className="notice notice-plain">{shortfall.message}</p> : null}
      </div>
      {problems.length > 0 ? null : (
        <PolicyEffect simulation={simulation} isShown={isShown} error={error} onRetry={() => void retry()} />
      )}
      {refused.length > 0 ? null : <ProblemNotice error={save.error} />}
      <div className="row">
        <button type="submit" className="btn btn-main" disabled={save.isPending}>
          {save.isPending ? 'Saving…' : `Set version ${current.version + 1}`}
        </button>
        <button type="button" className="btn btn-plain" onClick={onClose}>
          Leave it as it is
        </button>
        <span className="small" role="status">
          {isEarly ? 'Not saved: see first what it would change, then press again.' : ''}
        </span>
      </div>
    </form>
  )
}
