import { Shape } from '@/components/ui/shape'
import { StatusShape } from '@/components/ui/status-shape'
import { BROKEN_WORDS } from '@/components/versions/anchor-words'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { seatsIn } from '@/lib/domain/round'
import { statusWords } from '@/lib/domain/status'
import { brokenState } from './claim-filter'

/** The element that stands for a claim in the list: what `aria-details` of its spans point at. */
export function claimItemId(claimId: string): string {
  return `claim-${claimId}`
}

type Props = {
  claim: ClaimSummaryDto
  isSelected: boolean
  href: string
  onSelect: (claimId: string, goesThere: boolean) => void
  /** Its place in a list of which only a part is on the page. */
  place?: { at: number; of: number } | null
}

/** One claim in the list: its sentence, and where it stands in a word with its shape. */
export function RailItem({ claim, isSelected, href, onSelect, place = null }: Props) {
  const broken = brokenState(claim)
  return (
    <li aria-posinset={place?.at} aria-setsize={place?.of}>
      <a
        className="item"
        id={claimItemId(claim.id)}
        href={href}
        data-claim={claim.id}
        aria-current={isSelected ? 'true' : undefined}
        onClick={event => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          // A click without a count was made with a key.
          onSelect(claim.id, event.detail === 0)
        }}
      >
        {broken ? <Shape name={BROKEN_WORDS[broken].shape} /> : <StatusShape status={claim.status} />}
        <span className="item-text">
          <span className="item-claim" dir="auto">
            {claim.claimReviewed}
          </span>
          <span className="item-meta">
            {broken === 'CHANGED' ? `${BROKEN_WORDS[broken].word} · ` : null}
            <Standing claim={claim} />
          </span>
          {broken === 'ORPHANED' ? (
            <span className="item-meta" dir="auto">
              “{claim.targets[0]?.was?.exact ?? claim.targets[0]?.exact}”
            </span>
          ) : null}
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
