'use client'

import type { ReactNode } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useClaimCommand } from '@/components/claims/use-claim-command'
import { useAnnounce } from '@/components/ui/announcer'
import { useShortcut } from '@/components/ui/shortcuts'
import type { ClaimDto } from '@/lib/contracts/claims'
import { startRoundContract } from '@/lib/contracts/verdicts'
import { decisionActions } from '@/lib/domain/decision'
import type { ClaimStatus, DecisionAction } from '@/lib/domain/vocabulary'
import { DECISION_WORDS, inOrder } from './decision-words'
import './decisions.css'

type Props = {
  claim: ClaimDto
  isEditor: boolean
  onDecide: (action: DecisionAction) => void
  onReopen: () => void
  /** Takes the place of the buttons while a decision can be taken back. */
  notice: ReactNode
}

/** Keys that lead to a decision. */
const KEYS: Partial<Record<DecisionAction, string>> = { APPROVE: 'A', RETURN: 'R' }

/** What comes next for a claim whose round has closed: a decision, or another round. */
export function DecisionBar({ claim, isEditor, onDecide, onReopen, notice }: Props) {
  const { stage, status, round } = claim
  const isOpen = stage === 'OPEN' && round.state === 'CLOSED'
  const consensus = claim.rounds.at(-1)?.consensus ?? 'AWAITING'
  const actions = isOpen && status !== 'RETURNED' ? inOrder(decisionActions(consensus)) : []
  const mayDecide = isEditor && claim.may.decide.allowed
  useShortcut('a', 'Approve', () => onDecide('APPROVE'), mayDecide && actions.includes('APPROVE'))
  useShortcut('r', 'Return', () => onDecide('RETURN'), mayDecide && actions.includes('RETURN'))

  if (notice) return <div className="foot foot-bar">{notice}</div>
  if (stage === 'DECIDED') {
    return isEditor ? (
      <div className="foot foot-bar">
        <button
          type="button"
          className="btn"
          disabled={!claim.may.reopen.allowed}
          title={claim.may.reopen.reason ?? undefined}
          onClick={onReopen}
        >
          Reopen…
        </button>
      </div>
    ) : null
  }
  if (!isOpen) return null
  if (!isEditor) {
    return (
      <div className="foot foot-bar">
        <span className="small">{NEXT[status]}</span>
      </div>
    )
  }
  const startsRound = status === 'SPLIT' || status === 'RETURNED'
  return (
    <div className="foot foot-bar">
      {startsRound ? <StartRound claim={claim} /> : null}
      {actions
        // A split is answered by its next round; returning it as well would only confuse.
        .filter(action => !(startsRound && action === 'RETURN'))
        .map((action, place) => (
          <button
            key={action}
            type="button"
            className={classOf(action, place === 0 && !startsRound)}
            aria-disabled={!mayDecide}
            title={KEYS[action] ? `${DECISION_WORDS[action].act} (${KEYS[action]})` : undefined}
            onClick={() => {
              if (mayDecide) onDecide(action)
            }}
          >
            {DECISION_WORDS[action].act}… {KEYS[action] ? <kbd>{KEYS[action]}</kbd> : null}
          </button>
        ))}
      {startsRound && mayDecide ? <span className="small push">Sealed again, prefilled</span> : null}
      {!mayDecide && actions.length > 0 ? <p className="small foot-reason">{claim.may.decide.reason}</p> : null}
    </div>
  )
}

/** What those who do not decide wait for. */
const NEXT: Readonly<Partial<Record<ClaimStatus, string>>> = {
  AGREED: 'An editor decides next.',
  SPLIT: 'An editor starts the next round or resolves it. Say in the discussion what would change your mind.',
  ESCALATED: 'An editor resolves it.',
  RETURNED: 'An editor starts the next round.',
  AWAITING: 'Too few verdicts came in. An editor returns or dismisses it.',
}

function classOf(action: DecisionAction, isMain: boolean): string {
  if (isMain) return 'btn btn-main'
  return action === 'OVERRIDE' ? 'btn btn-plain push' : 'btn'
}

function StartRound({ claim }: { claim: ClaimDto }) {
  const announce = useAnnounce()
  const next = claim.round.number + 1
  const start = useClaimCommand(startRoundContract, {
    onDone: () => announce(`Round ${next} has started. It is sealed again, and everyone’s last verdict is filled in.`),
  })
  const { allowed, reason } = claim.may.startRound
  return (
    <>
      <ProblemNotice error={start.problem} />
      <button
        type="button"
        className="btn btn-main"
        disabled={start.isRunning || !allowed}
        title={reason ?? undefined}
        onClick={() => start.run({ claimId: claim.id, version: claim.version })}
      >
        {start.isRunning ? 'Starting…' : `Start round ${next}`}
      </button>
    </>
  )
}
