'use client'

import type { ReactNode, RefObject } from 'react'
import { Shape } from '@/components/ui/shape'
import { StatusShape } from '@/components/ui/status-shape'
import type { ClaimSummaryDto, TargetDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { statusWords } from '@/lib/domain/status'

type Props = {
  claim: ClaimSummaryDto
  statement: Pick<StatementDto, 'claimant' | 'language' | 'direction'>
  place: { previous: string | null; next: string | null }
  onSelect: (claimId: string) => void
  onClose: () => void
  headingRef?: RefObject<HTMLHeadingElement | null>
  /** What else can be done with the claim. */
  menu?: ReactNode
}

/** The claim itself: where it stands, what it says, the passages it rests on, and who said it. */
export function ClaimHead({ claim, statement, place, onSelect, onClose, headingRef, menu }: Props) {
  const { status, round, rating } = claim
  const isEnded = status === 'WITHDRAWN' || status === 'MERGED'
  return (
    <header className="head">
      <div className="head-row">
        <p className="status">
          <StatusShape status={status} />
          <b>
            {statusWords(claim)}
            {isEnded ? null : (
              <span className="small">
                Round {round.number}, {round.state === 'OPEN' ? 'sealed' : 'closed'}
              </span>
            )}
          </b>
        </p>
        <span className="head-tools push">
          <Step to={place.previous} label="Previous claim (K)" shape="up" onSelect={onSelect} />
          <Step to={place.next} label="Next claim (J)" shape="down" onSelect={onSelect} />
          {menu}
          <button
            type="button"
            className="btn btn-icon head-close"
            aria-label="Close (Esc)"
            title="Close (Esc)"
            onClick={onClose}
          >
            <Shape name="close" />
          </button>
        </span>
      </div>
      <h2 className="sentence" dir="auto" tabIndex={-1} ref={headingRef}>
        {claim.claimReviewed}
      </h2>
      {claim.targets.map(target => (
        <Quote key={target.id} target={target} statement={statement} tone={rating?.tone ?? 'none'} />
      ))}
      <p className="small">
        <span dir="auto">{claim.claimant ?? statement.claimant}</span>
        {claim.saidOn ? `, ${partialDateInWords(claim.saidOn)}` : ''}, {paragraphsOf(claim.targets)}
      </p>
    </header>
  )
}

type StepProps = { to: string | null; label: string; shape: 'up' | 'down'; onSelect: (claimId: string) => void }

function Step({ to, label, shape, onSelect }: StepProps) {
  return (
    <button
      type="button"
      className="btn btn-icon"
      aria-label={label}
      title={label}
      aria-disabled={to === null}
      onClick={() => {
        if (to) onSelect(to)
      }}
    >
      <Shape name={shape} />
    </button>
  )
}

type QuoteProps = { target: TargetDto; statement: Pick<StatementDto, 'language' | 'direction'>; tone: string }

function Quote({ target, statement, tone }: QuoteProps) {
  return (
    <blockquote className="quote" data-r={tone}>
      <p lang={statement.language} dir={statement.direction}>
        “{target.exact}”
      </p>
      {target.anchorState === 'CHANGED' ? (
        <span className="small">
          <Shape name="changed" /> Changed in the newest version
        </span>
      ) : null}
      {target.anchorState === 'ORPHANED' ? (
        <span className="small">
          <Shape name="orphaned" /> No longer in the newest version
        </span>
      ) : null}
    </blockquote>
  )
}

/** "paragraph 7", "paragraphs 3, 7 and 9". */
function paragraphsOf(targets: readonly TargetDto[]): string {
  const numbers = [...new Set(targets.map(({ paragraph }) => String(paragraph)))]
  return numbers.length === 1
    ? `paragraph ${numbers[0]}`
    : `paragraphs ${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(numbers)}`
}
