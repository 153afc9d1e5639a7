import Link from 'next/link'
import { brokenState } from '@/components/claims/claim-filter'
import { PlanMarks } from '@/components/statement/plan-marks'
import { RatingWord } from '@/components/ui/rating-word'
import { Shape } from '@/components/ui/shape'
import { StatusShape } from '@/components/ui/status-shape'
import { BROKEN_WORDS } from '@/components/versions/anchor-words'
import type { QueueItemDto } from '@/lib/contracts/assignments'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { statusWords } from '@/lib/domain/status'
import { verdictsIn } from './verdicts-in'

type Props = {
  item: QueueItemDto
  /** Where the list holds claims of several statements, each says which, and how that is planned. */
  namesStatement: boolean
}

/** One waiting claim as one line: its shape, its sentence and where it stands. The whole line leads to it. */
export function ClaimLine({ item: { claim, statement }, namesStatement }: Props) {
  const broken = brokenState(claim)
  return (
    <li>
      <Link className="need" href={hrefOf({ claim, statement })}>
        {broken ? <Shape name={BROKEN_WORDS[broken].shape} /> : <StatusShape status={claim.status} />}
        <span className="need-claim" dir="auto">
          {claim.claimReviewed}
        </span>
        <span className="need-meta">
          {broken ? `${BROKEN_WORDS[broken].word} · ` : null}
          <Standing claim={claim} />
        </span>
        {namesStatement ? (
          <>
            <span className="need-statement" dir="auto">
              {statement.title}
            </span>
            <PlanMarks plan={statement} />
          </>
        ) : null}
      </Link>
    </li>
  )
}

/** Where a waiting claim is seen in its statement. */
export function hrefOf({ claim, statement }: QueueItemDto): string {
  return `/statements/${statement.id}?claim=${claim.id}`
}

function Standing({ claim }: { claim: ClaimSummaryDto }) {
  const { status, rating, round } = claim
  if (status === 'AWAITING') return verdictsIn(round)
  const verdicts = `${round.cast} ${round.cast === 1 ? 'verdict' : 'verdicts'}`
  const after = round.number > 1 ? `${verdicts}, round ${round.number}` : verdicts
  if (!rating) return `${statusWords(claim)}, ${after}`
  return (
    <>
      {statusWords(claim)}: <RatingWord rating={rating} /> · {after}
    </>
  )
}
