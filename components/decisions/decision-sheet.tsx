'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { ChangeNotice } from '@/components/claims/change-notice'
import { changeNotice } from '@/components/claims/claim-changes'
import { useClaimCommand } from '@/components/claims/use-claim-command'
import { useGuideTick } from '@/components/queue/use-guide'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog'
import { isSubmitKey } from '@/components/ui/submit-key'
import { useDraft } from '@/components/ui/use-draft'
import { countedVerdicts } from '@/components/verdicts/counted-verdicts'
import type { ClaimDto } from '@/lib/contracts/claims'
import { decideClaimContract } from '@/lib/contracts/decisions'
import type { StatementDto } from '@/lib/contracts/statements'
import { consensusOf } from '@/lib/domain/consensus'
import { withQuorum } from '@/lib/domain/consensus-policy'
import { decisionActions } from '@/lib/domain/decision'
import { counted } from '@/lib/domain/sentence-words'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import { checkDecision, decisionDraft } from './decision-draft'
import { DecisionFields } from './decision-fields'
import { DECISION_WORDS, inOrder } from './decision-words'
import { unansweredIn } from './dissent-answers'
import { useSheetTop } from './use-sheet-top'
import './decisions.css'

type Props = {
  claim: ClaimDto
  statement: StatementDto
  action: DecisionAction
  memberId: string
  onAction: (action: DecisionAction) => void
  onDecided: (claim: ClaimDto, action: DecisionAction) => void
  onClose: () => void
}

/**
 * The editor's sheet: exactly what readers will get, and the words that are still missing. It binds to what was on it when
 * it was opened; if that changes meanwhile the editor is told what, and decides on the new state.
 */
export function DecisionSheet({ claim, statement, action, memberId, onAction, onDecided, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const holder = useSheetTop()
  const announce = useAnnounce()
  const tick = useGuideTick()
  const [seen, setSeen] = useState(claim)
  const [isTried, setTried] = useState(false)
  const [attempts, setAttempts] = useState(0)
  const [isAsked, setAsked] = useState(false)
  const draft = useDraft(`decision:${claim.id}:${memberId}:${seen.round.number}`, decisionDraft(seen))
  const decide = useClaimCommand(decideClaimContract, {
    onDone: next => {
      draft.discard()
      tick('decided')
      announce(DECISION_WORDS[action].done)
      onDecided(next, action)
    },
    onRefused: () => setAttempts(count => count + 1),
  })

  // Each action begins at the first thing to fill in, and without the errors of the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the action that begins
  useEffect(() => {
    setTried(false)
    setAsked(false)
    form.current?.querySelector<HTMLElement>('textarea, input[type="radio"]')?.focus()
  }, [action])
  useEffect(() => {
    if (attempts > 0)
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], .change-notice button, .dissent-asked button')
        ?.focus()
  }, [attempts])

  const round = seen.rounds.at(-1)
  if (!round) return null
  // Replayed by the rule the reviewers were under: the reply names no far dissents, which the explanation must answer.
  const consensus = consensusOf(
    countedVerdicts(round),
    seen.scale,
    round.countedRound,
    withQuorum(seen.policy, round.quorum),
  )
  const possible = decisionActions(round.consensus)
  const words = DECISION_WORDS[action]
  // Another editor's decision binds to the same hash, so that alone does not tell.
  const isChanged =
    claim.contentHash !== seen.contentHash ||
    claim.status !== seen.status ||
    claim.decisions.length !== seen.decisions.length
  const mayGoOn = claim.may.decide.allowed && claim.contentHash !== null
  const checked = checkDecision(seen, action, draft.value, consensus)
  const errorAt = (path: string) =>
    [...(isTried ? checked.problems : []), ...(decide.problem?.errors ?? [])].find(error => error.path === path)
      ?.message

  const unanswered = unansweredIn(seen, action, draft.value)
  const submit = (isSure = false) => {
    if (decide.isRunning) return
    setTried(true)
    if (isChanged || checked.input === null) {
      setAttempts(count => count + 1)
      if (checked.input === null) announce(`Not done yet: ${counted(checked.problems.length, 'thing')} to look at.`)
      return
    }
    if (unanswered.length > 0 && !isSure) {
      setAsked(true)
      setAttempts(count => count + 1)
      return
    }
    decide.run({ ...checked.input, acknowledgesFarDissent: isSure })
  }
  const lookAgain = () => {
    decide.clear()
    setSeen(claim)
  }

  let foot: ReactNode = (
    <>
      <button
        type="submit"
        className="btn btn-main"
        disabled={decide.isRunning}
        title={`${words.act} (Ctrl or ⌘ with Enter)`}
      >
        {decide.isRunning ? 'One moment…' : words.act} <kbd>Ctrl ⏎</kbd>
      </button>
      {inOrder(possible)
        .filter(other => other !== action)
        .map(other => (
          <button
            key={other}
            type="button"
            className={other === 'OVERRIDE' ? 'btn btn-plain push' : 'btn'}
            onClick={() => onAction(other)}
          >
            {DECISION_WORDS[other].act}…
          </button>
        ))}
    </>
  )
  if (isChanged) {
    foot = (
      <ChangeNotice
        notice={changeNotice(seen, claim, 'reading')}
        then={`${mayGoOn ? `Look again, then ${words.act.toLowerCase()}.` : (claim.may.decide.reason ?? '')} Your text is kept.`}
        onSeen={mayGoOn ? lookAgain : onClose}
      />
    )
  }

  if (isAsked && unanswered.length > 0 && !isChanged) {
    foot = (
      <div className="notice dissent-asked" role="alert">
        <p>
          <b>The far dissent is not answered.</b> Readers will see it beside the explanation, and nothing that speaks to
          it.
        </p>
        <button
          type="button"
          className="btn btn-main"
          onClick={() => {
            setAsked(false)
            form.current?.querySelector<HTMLTextAreaElement>('textarea.prose')?.focus()
          }}
        >
          Answer it
        </button>
        <button type="button" className="btn" disabled={decide.isRunning} onClick={() => submit(true)}>
          {words.act} all the same
        </button>
      </div>
    )
  }

  return (
    <div ref={holder}>
      <Dialog kind="sheet" title={words.act} hint={words.hint} onClose={onClose}>
        <form
          ref={form}
          className="sheet-form"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            submit()
          }}
          onKeyDown={event => {
            if (!isSubmitKey(event)) return
            event.preventDefault()
            submit()
          }}
        >
          <div className="sheet-body">
            <p className="sheet-claim" dir="auto">
              {seen.claimReviewed}
            </p>
            <DecisionFields
              key={action}
              claim={seen}
              round={round}
              consensus={consensus}
              action={action}
              language={statement.language}
              draft={draft.value}
              onChange={next => {
                if (decide.problem) decide.clear()
                draft.change(before => ({ ...before, ...next }))
              }}
              onAsk={comment => {
                draft.change(before => ({ ...before, comment: before.comment || comment }))
                onAction('RETURN')
              }}
              errorAt={errorAt}
            />
            {isChanged ? null : <ProblemNotice error={decide.problem} isPlaced={path => errorAt(path) !== undefined} />}
          </div>
          <div className="foot foot-bar">{foot}</div>
        </form>
      </Dialog>
    </div>
  )
}
