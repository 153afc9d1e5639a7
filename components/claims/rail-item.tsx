import { StatusShape } from '@/components/ui/status-shape'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { seatsIn } from '@/lib/domain/round'
import { statusWords } from '@/lib/domain/status'

type Props = { claim: ClaimSummaryDto; isSelected: boolean; href: string; onSelect: (claimId: string) => void }

/** One claim in the list: its sentence, and where it stands in a word with its shape. */
export function RailItem({ claim, isSelected, href, onSelect }: Props) {
  return (
    <li>
      <a
        className="item"
        href={href}
        data-claim={claim.id}
        aria-current={isSelected ? 'true' : undefined}
        onClick={event => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          onSelect(claim.id)
        }}
      >
        <StatusShape status={claim.status} />
        <span className="item-text">
          <span className="item-claim">{claim.claimReviewed}</span>
          <span className="item-meta">
            <Standing claim={claim} />
          </span>
        </span>
      </a>
    </li>
  )
}

function Standing({ claim }: { claim: ClaimSummaryDto }) {
  const { status, rating, round } = claim
  const word = statusWords(claim)
  if (status === 'AWAITING') {
    return `${word}, ${round.cast} of ${seatsIn(round)} in${round.number > 1 ? `, round ${round.number}` : ''}${claim.needsMyVerdict ? ' · needs you' : ''}`
  }
  if (!rating) return word
  return (
    <>
      {word}:{' '}
      <span className="rating" data-r={rating.tone}>
        {rating.label}
      </span>
    </>
  )
}
