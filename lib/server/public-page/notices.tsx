import type { OpenShare } from '@/lib/use-cases/publications/open-share'
import { DateText } from './date-text'

type Lifted = OpenShare['lifted'][number]

/** What has happened since the publication: shown above everything else. */
export function Notices({ newer, lifted }: Pick<OpenShare, 'newer' | 'lifted'>) {
  return (
    <>
      {newer && (
        <aside className="banner" aria-label="Newer publication">
          <p>
            <b>There is a newer publication of these checks</b>, number {newer.number} of{' '}
            <DateText of={newer.at.toISOString()} />. Ask whoever sent you this link for the current one.
          </p>
        </aside>
      )}
      {lifted.length > 0 && (
        <aside className="banner" aria-label="Under review">
          {lifted.map(check => (
            <p key={check.number}>
              <a href={`#check-${check.number}`}>Check {check.number}</a> <LiftedText check={check} />
            </p>
          ))}
        </aside>
      )}
    </>
  )
}

/** The same beside the check itself. */
export function ReviewNotice({ check }: { check: Lifted }) {
  return (
    <p className="review">
      <b>
        This check <LiftedText check={check} />
      </b>{' '}
      What follows is what was published before.
    </p>
  )
}

/** The predicate of a sentence about a check. */
function LiftedText({ check: { at, state } }: { check: Lifted }) {
  const when = <DateText of={at.toISOString()} />
  if (state === 'UNDER_REVIEW') return <>is under review again since {when}.</>
  if (state === 'WITHDRAWN') return <>was reopened on {when}, and the claim was withdrawn.</>
  return <>was reopened on {when} and decided again; a later publication has the new decision.</>
}
