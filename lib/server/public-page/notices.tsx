import { KIND_WORDS } from '@/lib/domain/correction'
import type { LaterCorrection, OpenShare } from '@/lib/use-cases/publications/open-share'
import { CorrectionNote } from './correction-note'
import { DateText } from './date-text'
import { Isolated } from './text'

type Lifted = OpenShare['lifted'][number]
export type Since = Pick<OpenShare, 'newer' | 'lifted' | 'corrections'>

/** What has happened since the publication: shown above everything else. */
export function Notices({ newer, lifted, corrections }: Since) {
  const isTold = (check: Lifted) => corrections.some(({ claim }) => claim?.id === check.claimId)
  // What became of the others is told by their corrections.
  const named = lifted.filter(check => check.state === 'UNDER_REVIEW' || !isTold(check))
  return (
    <>
      {corrections.length > 0 && (
        <aside className="banner" aria-label="Corrections since">
          {corrections.map(correction => (
            <p key={correction.number}>
              <b>{KIND_WORDS[correction.kind]}</b>, <DateText of={correction.at.toISOString()} />,{' '}
              <Subject of={correction} />: <Isolated of={correction.whatChanged} />
              {correction.isLater && ' A later publication has it.'}
            </p>
          ))}
        </aside>
      )}
      {newer && (
        <aside className="banner" aria-label="Newer publication">
          <p>
            <b>There is a newer publication of these checks</b>, number {newer.number} of{' '}
            <DateText of={newer.at.toISOString()} />. Ask whoever sent you this link for the current one.
          </p>
        </aside>
      )}
      {named.length > 0 && (
        <aside className="banner" aria-label="Under review">
          {named.map(check => (
            <p key={check.number}>
              <a href={`#check-${check.number}`}>Check {check.number}</a> <LiftedText check={check} />
            </p>
          ))}
        </aside>
      )}
    </>
  )
}

/** What a correction concerns, as far as this page shows it. */
function Subject({ of: { claim } }: { of: LaterCorrection }) {
  if (claim === null) return 'the statement as a whole'
  if (claim.check !== null) return <a href={`#check-${claim.check}`}>check {claim.check}</a>
  return (
    <>
      “<Isolated of={claim.claimReviewed ?? ''} />”
    </>
  )
}

type BesideProps = { check: Lifted | undefined; corrections: readonly LaterCorrection[] }

/** The same beside the check itself. */
export function SinceThen({ check, corrections }: BesideProps) {
  if (!check && corrections.length === 0) return null
  return (
    <div className="review">
      {corrections.map(correction => (
        <CorrectionNote
          key={correction.number}
          correction={{ ...correction, at: correction.at.toISOString() }}
          isLater={correction.isLater}
        />
      ))}
      {check && (
        <p>
          <b>
            This check <LiftedText check={check} />
          </b>{' '}
          What follows is what was published before.
        </p>
      )}
    </div>
  )
}

/** The predicate of a sentence about a check. */
function LiftedText({ check: { at, state } }: { check: Lifted }) {
  const when = <DateText of={at.toISOString()} />
  switch (state) {
    case 'UNDER_REVIEW':
      return <>is under review again since {when}.</>
    case 'WITHDRAWN':
      return <>was reopened on {when}, and the claim was withdrawn.</>
    case 'MERGED':
      return <>was reopened on {when}, and the claim was merged with another.</>
    case 'REPUBLISHED':
      return <>was reopened on {when} and decided again; a later publication has the new decision.</>
  }
}
