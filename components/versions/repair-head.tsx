import Link from 'next/link'
import { RatingWord } from '@/components/ui/rating-word'
import { Shape } from '@/components/ui/shape'
import { StatusShape } from '@/components/ui/status-shape'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { RepairDto } from '@/lib/contracts/versions'
import { statusWords } from '@/lib/domain/status'
import { BROKEN_WORDS } from './anchor-words'

type Props = { item: RepairDto; claim: ClaimSummaryDto | undefined; statementId: string }

/** What became of a passage, and the claim that rests on it. */
export function RepairHead({ item, claim, statementId }: Props) {
  return (
    <header>
      <p className="repair-state">
        <Shape name={BROKEN_WORDS[item.state].shape} /> <b>{BROKEN_WORDS[item.state].word}</b>
        {item.claim.targets > 1 ? (
          <span className="small">one of the claim’s {item.claim.targets} passages</span>
        ) : null}
      </p>
      <h2 id="repair-claim" dir="auto" tabIndex={-1} data-takes-focus>
        {item.claim.claimReviewed}
      </h2>
      <p className="repair-standing small">
        <StatusShape status={item.claim.status} /> {statusWords(item.claim)}
        {item.claim.rating ? (
          <>
            : <RatingWord rating={item.claim.rating} />
          </>
        ) : null}
        {claim ? `, round ${claim.round.number}` : null} ·{' '}
        <Link href={`/statements/${statementId}?claim=${item.claim.id}`}>See the claim in the text</Link>
      </p>
    </header>
  )
}
