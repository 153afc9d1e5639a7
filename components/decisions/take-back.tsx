'use client'

import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useClaimCommand } from '@/components/claims/use-claim-command'
import { useAnnounce } from '@/components/ui/announcer'
import { Shape } from '@/components/ui/shape'
import type { ClaimDto } from '@/lib/contracts/claims'
import { reopenClaimContract } from '@/lib/contracts/decisions'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import { DECISION_WORDS } from './decision-words'

const SECONDS = 10

type Props = { claim: ClaimDto; action: DecisionAction; onOver: () => void }

/** For ten seconds after a decision: one press reopens the claim. Waits as long as the pointer or the focus is on it. */
export function TakeBack({ claim, action, onOver }: Props) {
  const announce = useAnnounce()
  const [left, setLeft] = useState(SECONDS)
  const [isHeld, setHeld] = useState(false)
  const notice = useRef<HTMLParagraphElement>(null)
  const reopen = useClaimCommand(reopenClaimContract, {
    onDone: next => {
      announce(`Taken back. Round ${next.round.number} has started.`)
      onOver()
    },
  })
  // The button that decided is gone: go on where its outcome stands.
  useEffect(() => notice.current?.focus(), [])
  const isStill = isHeld || reopen.isRunning || reopen.problem !== null
  useEffect(() => {
    if (isStill) return
    if (left === 0) return onOver()
    const timer = setTimeout(() => setLeft(seconds => seconds - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left, isStill, onOver])

  return (
    <div className="take-back" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <p tabIndex={-1} ref={notice}>
        <Shape name={action === 'DISMISS' ? 'dismissed' : 'approved'} /> {DECISION_WORDS[action].done}
      </p>
      <ProblemNotice error={reopen.problem} />
      <button
        type="button"
        className="btn"
        disabled={reopen.isRunning}
        title="Reopens the claim: a new round starts, filled in with everyone’s last verdict"
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        onClick={() =>
          reopen.run({ claimId: claim.id, version: claim.version, reason: 'Taken back right after it was decided.' })
        }
      >
        Take back <span className="small">{left} s</span>
      </button>
    </div>
  )
}
