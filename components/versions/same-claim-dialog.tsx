'use client'

import { useState } from 'react'
import type { ApiProblem } from '@/components/api/call'
import { CommandDialog } from '@/components/api/command-dialog'
import { DifferenceLine } from './difference-line'
import type { Doubt } from './repair-doubts'
import { SameClaimReason } from './same-claim-reason'

type Props = {
  claimReviewed: string
  doubts: readonly Doubt[]
  language: string
  note: string
  onNote: (note: string) => void
  isRunning: boolean
  problem: ApiProblem | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks once more, and for a reason, before verdicts stand on words that seem to say something else. */
export function SameClaimDialog(props: Props) {
  const { claimReviewed, doubts, language, note, onNote, isRunning, problem, onConfirm, onClose } = props
  const [isTried, setTried] = useState(false)
  return (
    <CommandDialog
      title="Is it still the same claim?"
      act="Same claim: verdicts stand"
      isRunning={isRunning}
      problem={problem}
      isPlaced={path => path === 'note'}
      onSubmit={() => {
        setTried(true)
        if (note.trim()) onConfirm()
      }}
      onClose={onClose}
    >
      <p>The verdicts were given on other words. If they would not be given on these, have it rated afresh.</p>
      <p dir="auto">
        <b>{claimReviewed}</b>
      </p>
      <ul className="differences" aria-label="What differs">
        {doubts.map(({ what, words }) => (
          <li key={`${what} ${words.join(' ')}`}>
            <DifferenceLine what={what} words={words} language={language} />
          </li>
        ))}
      </ul>
      <SameClaimReason value={note} onChange={onNote} isTried={isTried} />
    </CommandDialog>
  )
}
