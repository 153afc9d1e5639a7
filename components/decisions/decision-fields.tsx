'use client'

import { useDeferredValue, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { RatedSentence, RatingWord } from '@/components/ui/rating-word'
import { countedVerdicts } from '@/components/verdicts/counted-verdicts'
import { RatingPicker } from '@/components/verdicts/rating-picker'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { RoundDto } from '@/lib/contracts/rounds'
import type { Consensus } from '@/lib/domain/consensus'
import { mergeEvidence } from '@/lib/domain/evidence'
import { findRating } from '@/lib/domain/scale'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import type { DecisionDraft } from './decision-draft'
import { DecisionFlags } from './decision-flags'
import { DECISION_WORDS } from './decision-words'
import { unansweredIn } from './dissent-answers'
import { DissentList } from './dissent-list'
import { EvidenceList } from './evidence-list'

type Props = {
  claim: ClaimDto
  round: RoundDto
  consensus: Consensus
  action: DecisionAction
  language: string
  draft: DecisionDraft
  onChange: (next: Partial<DecisionDraft>) => void
  onAsk: (comment: string) => void
  errorAt: (path: string) => string | undefined
}

const NO_RATING = {
  label: 'No rating is supported by the evidence',
  definition: 'Readers see both sides of the evidence, and that the desk gives no rating.',
}

/** What readers will get of this decision, in their order, with the fields that are the editor's to fill. */
export function DecisionFields(props: Props) {
  const { claim, round, consensus, action, language, draft, onChange, onAsk, errorAt } = props
  const explanation = useRef<HTMLTextAreaElement>(null)
  const weighed = useDeferredValue(draft.explanation)
  const agreed = consensus.status === 'AGREED' ? consensus.rating : null
  const rating = action === 'APPROVE' ? agreed : action === 'OVERRIDE' || action === 'RESOLVE' ? draft.rating : null
  const isUnrated = action === 'RESOLVE' && draft.isUnrated === true
  const worn = rating === null ? undefined : findRating(claim.scale, rating)

  const reason = action === 'RETURN' ? 'comment' : 'reason'
  const reasonField = (
    <Field
      label={DECISION_WORDS[action].reasonLabel}
      error={errorAt('reason')}
      hint={action === 'RETURN' ? 'The reviewers see this while they cast again.' : 'Readers see this reason.'}
    >
      {control => (
        <textarea
          {...control}
          className="field"
          rows={2}
          maxLength={4_000}
          dir="auto"
          value={draft[reason]}
          onChange={event => onChange({ [reason]: event.target.value })}
        />
      )}
    </Field>
  )
  if (action === 'RETURN') {
    return (
      <div className="decision-fields">
        {reasonField}
        <section>
          <h3 className="label">What was said</h3>
          <p>
            <RatedSentence sentence={round.sentence} ratings={claim.scale.ratings} />
          </p>
        </section>
      </div>
    )
  }
  return (
    <div className="decision-fields">
      {action === 'APPROVE' ? null : (
        <>
          <p>
            The reviewers: <RatedSentence sentence={round.sentence} ratings={claim.scale.ratings} />
          </p>
          {action === 'RESOLVE' ? null : reasonField}
        </>
      )}
      {action === 'OVERRIDE' || action === 'RESOLVE' ? (
        <RatingPicker
          legend="The rating readers will see"
          scale={claim.scale}
          value={isUnrated ? null : draft.rating}
          onChange={next => onChange({ rating: next, isUnrated: false })}
          error={errorAt('rating')}
          without={agreed === null ? [] : [agreed]}
          {...(action === 'RESOLVE'
            ? {
                none: {
                  ...NO_RATING,
                  isChosen: isUnrated,
                  onChoose: () => onChange({ rating: null, isUnrated: true }),
                },
              }
            : {})}
        />
      ) : worn ? (
        <div className="verdict-line">
          <p>
            <RatingWord rating={worn} />
          </p>
          <p className="quiet">{worn.definition}</p>
        </div>
      ) : null}
      {/* Why something stands can be said once it is known what. */}
      {action === 'RESOLVE' && (isUnrated || draft.rating !== null) ? reasonField : null}
      <Field
        label="Explanation for readers"
        error={errorAt('explanation')}
        hint="Point to the evidence below by its number: [1]."
      >
        {control => (
          <textarea
            {...control}
            ref={explanation}
            className="field prose"
            rows={3}
            maxLength={10_000}
            dir="auto"
            value={draft.explanation}
            onChange={event => onChange({ explanation: event.target.value })}
          />
        )}
      </Field>
      {action === 'DISMISS' ? null : (
        <Field
          label="Rated as of"
          isOptional
          error={errorAt('ratedAsOf')}
          hint="Up to when the evidence was looked at: 2022-01-07, 2022-01 or 2022. Filled in with the day the round closed."
        >
          {control => (
            <input
              {...control}
              className="field field-date"
              autoComplete="off"
              value={draft.ratedAsOf}
              onChange={event => onChange({ ratedAsOf: event.target.value })}
            />
          )}
        </Field>
      )}
      <DecisionFlags
        claim={claim}
        round={round}
        unanswered={unansweredIn(claim, action, { explanation: weighed, rating: draft.rating })}
        explanation={weighed}
        language={language}
        onPoint={sentence => pointAt(explanation.current, sentence)}
        onAsk={onAsk}
      />
      <section>
        <h3 className="label">
          {rating === null ? 'The verdicts, as they will be published' : 'Dissent, as it will be published'}
        </h3>
        <DissentList round={round} scale={claim.scale} rating={rating} />
      </section>
      <section>
        <h3 className="label">Evidence</h3>
        <EvidenceList evidence={mergeEvidence(countedVerdicts(round).flatMap(({ citations }) => citations))} />
      </section>
      <p className="hint">
        {claim.policy.separationOfDuties ? 'You neither made this claim nor cast a verdict on it. ' : ''}The decision
        binds to what you see here; if anything changes first, you are asked to look again.
      </p>
    </div>
  )
}

/** Puts the cursor where the marker of a source belongs: before the sentence's full stop. */
function pointAt(field: HTMLTextAreaElement | null, sentence: string): void {
  if (!field) return
  const start = field.value.indexOf(sentence)
  const end = start < 0 ? field.value.length : start + sentence.length - (/[.!?…]$/.test(sentence) ? 1 : 0)
  field.focus()
  field.setSelectionRange(end, end)
}
