import type { PublishedClaimDto, SnapshotDto } from '@/lib/contracts/snapshot'
import { ClaimantReply } from './claimant-reply'
import { CorrectionNote } from './correction-note'
import { DateText } from './date-text'
import { EvidenceList, evidenceId } from './evidence-list'
import { markId } from './mark-id'
import { toneOf, verdictMeaning, verdictWords } from './rating-word'
import { ReviewerList } from './reviewer-list'
import { Slot } from './slot'
import { Isolated, linesOf, Text } from './text'

type Props = { snapshot: SnapshotDto; claim: PublishedClaimDto }

type CardProps = Props & {
  /** Below its paragraph on wide windows too, where the margin is taken. */
  isBelow: boolean
}

/** One check: what was claimed, what the desk says of it, on what evidence and with what dissent. English like the page, whatever the statement's language. */
export function CheckCard({ snapshot, claim, isBelow }: CardProps) {
  const { number, rating } = claim
  const name = `check-${number}-name`
  const corrections = snapshot.corrections.filter(correction => correction.claim?.id === claim.id)
  return (
    <article
      className="check"
      id={`check-${number}`}
      data-r={toneOf(claim)}
      data-below={isBelow ? '' : undefined}
      lang="en"
      dir="ltr"
      aria-labelledby={name}
    >
      <header>
        <a className="num" href={`#${markId(number, 1)}`} aria-label={`Back to mark ${number} in the text`}>
          {number}
        </a>
        <p className="verdict">
          <strong className={rating ? 'rating' : undefined} data-r={toneOf(claim)}>
            <Text of={verdictWords(claim)} />
          </strong>
        </p>
      </header>
      <Slot name="review" of={claim.id} />
      {corrections.length > 0 && (
        <div className="review">
          {corrections.map(correction => (
            <CorrectionNote key={correction.number} correction={correction} />
          ))}
        </div>
      )}
      <p className="meaning">
        <Text of={verdictMeaning(claim)} />
      </p>
      <h2 id={name} dir="auto">
        <Text of={claim.claimReviewed} />
      </h2>
      <Quotes snapshot={snapshot} claim={claim} />
      <Explanation claim={claim} />
      <ClaimantReply snapshot={snapshot} claim={claim} />
      <EvidenceList claim={claim} />
      <ReviewerList snapshot={snapshot} claim={claim} />
      <p className="stamp">
        Decided <DateText of={claim.decidedAt} />
        {claim.ratedAsOf !== null && (
          <>
            , rated as of <DateText of={claim.ratedAsOf} />
          </>
        )}
        .{snapshot.desk.isSample && claim.contact.length === 0 && ' The speaker was not asked: sample data.'}
        {corrections.length === 0 && <Slot name="uncorrected" of={claim.id} />}{' '}
        <Slot name="report" of={String(number)} />
      </p>
    </article>
  )
}

/** The passages exactly as the statement has them, each leading back to its mark where there are several. */
function Quotes({ snapshot: { statement }, claim }: Props) {
  const { number, targets, claimant, saidOn } = claim
  const ordered = targets.toSorted((one, other) => one.start - other.start || other.end - one.end)
  return (
    <blockquote dir={statement.direction}>
      {ordered.map(({ id, exact }, index) => (
        <p key={id} lang={statement.language}>
          “<Text of={exact.trim()} />”
          {ordered.length > 1 && (
            <a className="place" lang="en" href={`#${markId(number, index + 1)}`}>
              {' '}
              passage {index + 1} of {ordered.length}
            </a>
          )}
        </p>
      ))}
      <footer>
        <Isolated of={claimant} />
        {saidOn !== null && saidOn !== statement.saidOn && (
          <>
            , <DateText of={saidOn} />
          </>
        )}
      </footer>
    </blockquote>
  )
}

const MARKER = /(\[\d+(?:\s*[,–-]\s*\d+)*\])/

/** The explanation for readers; [1] leads to the first piece of evidence. */
function Explanation({ claim }: { claim: PublishedClaimDto }) {
  return linesOf(claim.explanation).map(({ at, line }) => (
    <p key={at} className="explain" dir="auto">
      {cut(line, MARKER).map(({ at, text }) =>
        MARKER.test(text) ? <Marker key={at} claim={claim} text={text} /> : <Text key={at} of={text} />,
      )}
    </p>
  ))
}

function Marker({ claim: { number, evidence }, text }: { claim: PublishedClaimDto; text: string }) {
  return (
    <span className="marker">
      {cut(text, /(\d+)/).map(({ at, text }) => {
        const item = Number(text)
        if (!Number.isInteger(item) || item < 1 || item > evidence.length) return text
        return (
          <a key={at} href={`#${evidenceId(number, item)}`} aria-label={`Evidence ${item}`}>
            {text}
          </a>
        )
      })}
    </span>
  )
}

/** The text cut before and after each match of a pattern that captures the whole of it, with offsets. */
function cut(text: string, pattern: RegExp): { at: number; text: string }[] {
  let at = 0
  return text.split(pattern).map(piece => {
    const run = { at, text: piece }
    at += piece.length
    return run
  })
}
