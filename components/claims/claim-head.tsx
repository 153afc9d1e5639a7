'use client'

import type { ReactNode, RefObject } from 'react'
import { Shape } from '@/components/ui/shape'
import { StatusShape } from '@/components/ui/status-shape'
import { BROKEN_WORDS } from '@/components/versions/anchor-words'
import type { ClaimSummaryDto, TargetDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { statusWords } from '@/lib/domain/status'
import { useRevealPassage } from './reveal-passage'

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
  const isRepeated = claim.targets.length > 1
  const only = isRepeated ? undefined : claim.targets[0]
  return (
    <header className="head">
      <div className="head-row">
        <p className="status">
          <StatusShape status={status} />
          <b>
            {statusWords(claim)}
            {isEnded ? null : (
              <span className="small">
                Round {round.number}, {claim.suspendedAt ? 'suspended' : round.state === 'OPEN' ? 'sealed' : 'closed'}
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
      {isRepeated ? (
        <p className="small quote-count">The statement says this at {claim.targets.length} places:</p>
      ) : null}
      {claim.targets.map(target => (
        <Quote
          key={target.id}
          target={target}
          statement={statement}
          tone={rating?.tone ?? 'none'}
          hasPlace={isRepeated}
        />
      ))}
      <p className="small">
        <span dir="auto">{claim.claimant ?? statement.claimant}</span>
        {claim.saidOn ? `, ${partialDateInWords(claim.saidOn)}` : ''}
        {only && only.anchorState !== 'ORPHANED' ? (
          <>
            {', '}
            <Place target={only} />
          </>
        ) : null}
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

type QuoteProps = {
  target: TargetDto
  statement: Pick<StatementDto, 'language' | 'direction'>
  tone: string
  /** Whether it says where it stands, as one of several. */
  hasPlace: boolean
}

function Quote({ target, statement, tone, hasPlace }: QuoteProps) {
  const broken = target.anchorState === 'ANCHORED' ? null : BROKEN_WORDS[target.anchorState]
  return (
    <blockquote className="quote" data-r={tone} dir={statement.direction}>
      <p lang={statement.language}>“{target.exact}”</p>
      {broken || hasPlace ? (
        <span className="small quote-place">
          {broken ? (
            <span dir="ltr">
              <Shape name={broken.shape} /> {broken.word}
            </span>
          ) : null}
          {hasPlace ? <Place target={target} /> : null}
        </span>
      ) : null}
    </blockquote>
  )
}

/** The paragraph a passage begins in; pressed, it comes into view. Nothing where it is gone. */
function Place({ target }: { target: TargetDto }) {
  const reveal = useRevealPassage()
  const words = `paragraph ${target.paragraph}`
  if (target.anchorState === 'ORPHANED') return null
  return reveal ? (
    <button type="button" className="link small" title="Show it in the text" onClick={() => reveal(target.id)}>
      {words}
    </button>
  ) : (
    words
  )
}
