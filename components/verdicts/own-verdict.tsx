'use client'

import type { RefObject } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { CitationList } from '@/components/citations/citation-list'
import { LinkedText } from '@/components/citations/linked-text'
import { NextClaimOffer } from '@/components/claims/next-claim'
import { useClaimCommand } from '@/components/claims/use-claim-command'
import { useAnnounce } from '@/components/ui/announcer'
import { RatingWord } from '@/components/ui/rating-word'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { VerdictDto } from '@/lib/contracts/rounds'
import { withdrawVerdictContract } from '@/lib/contracts/verdicts'
import { findRating } from '@/lib/domain/scale'
import { CONFIDENCE_LABELS } from './labels'

type Props = {
  claim: ClaimDto
  verdict: VerdictDto
  /** Whether the reader is a trainee now. */
  isTrainee: boolean
  headingRef: RefObject<HTMLHeadingElement | null>
  onChange: () => void
  /** Just before it is withdrawn, so that its text can be kept. */
  onWithdraw: () => void
}

/** One's own verdict while the round is open: it is in, and can still be changed. */
export function OwnVerdict({ claim, verdict, isTrainee, headingRef, onChange, onWithdraw }: Props) {
  const announce = useAnnounce()
  const withdraw = useClaimCommand(withdrawVerdictContract, {
    onDone: () => announce('Your verdict is withdrawn. Its text is kept in the form.'),
  })
  const rating = findRating(claim.scale, verdict.rating)
  return (
    <section className="part own-verdict" aria-labelledby="own-verdict-name">
      <h3 className="part-name" id="own-verdict-name" tabIndex={-1} ref={headingRef}>
        Your verdict is in
      </h3>
      <p className="quiet">
        {verdict.isTrainee
          ? isTrainee
            ? 'You are a trainee: it opens with the others, and is not counted. Until the round closes you can change it.'
            : 'You cast it as a trainee, so it would not be counted. Choose Change and cast it again to have it counted.'
          : 'All open together when the round closes; until then you can change yours.'}
      </p>
      <NextClaimOffer />
      <div className="own-verdict-text">
        <p>
          {rating ? <RatingWord rating={rating} /> : verdict.rating}{' '}
          <span className="small">{CONFIDENCE_LABELS[verdict.confidence]} confidence</span>
        </p>
        <p className="written" dir="auto">
          <LinkedText>{verdict.rationale}</LinkedText>
        </p>
        <CitationList citations={verdict.citations} />
      </div>
      <ProblemNotice error={withdraw.problem} />
      <div className="row">
        <button type="button" className="btn" onClick={onChange}>
          Change
        </button>
        <button
          type="button"
          className="btn btn-plain"
          disabled={withdraw.isRunning || !claim.may.withdrawVerdict.allowed}
          title={claim.may.withdrawVerdict.reason ?? undefined}
          onClick={() => {
            onWithdraw()
            withdraw.run({ claimId: claim.id })
          }}
        >
          Withdraw
        </button>
      </div>
    </section>
  )
}
