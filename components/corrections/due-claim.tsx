import type { DueCorrectionDto, UnderReviewDto } from '@/lib/contracts/publications'

type Said = DueCorrectionDto['was']

/** A published claim, what readers know of it, and what became of it. */
export function DueClaim({ due: { claim, publication, was, is } }: { due: DueCorrectionDto }) {
  return (
    <>
      <p className="due-claim" dir="auto">
        {claim.claimReviewed}
      </p>
      <p className="small">
        Publication {publication} says <Verdict of={was} />. Now it is <Outcome of={is} />.
        {is.state === 'DECIDED' && is.claimReviewed !== claim.claimReviewed ? (
          <> It reads: “{is.claimReviewed}”</>
        ) : null}
      </p>
    </>
  )
}

/** A published claim that is looked at again. */
export function ReviewedClaim({ review: { claim, publication, was } }: { review: UnderReviewDto }) {
  return (
    <>
      <p className="due-claim" dir="auto">
        {claim.claimReviewed}
      </p>
      <p className="small">
        Publication {publication} says <Verdict of={was} />.
      </p>
    </>
  )
}

function Outcome({ of }: { of: DueCorrectionDto['is'] }) {
  switch (of.state) {
    case 'WITHDRAWN':
      return 'withdrawn'
    case 'MERGED':
      return of.into ? <>merged into “{of.into.claimReviewed}”</> : 'merged'
    case 'DECIDED':
      return <Verdict of={of} />
  }
}

function Verdict({ of: { rating, isDismissed } }: { of: Said }) {
  if (rating === null) return isDismissed ? 'dismissed' : 'resolved without a rating'
  return (
    <span className="rating" data-r={rating.tone}>
      {rating.label}
    </span>
  )
}
