import type { SnapshotDto } from '@/lib/contracts/snapshot'
import { DateText } from './date-text'
import { AddressLink } from './external-link'
import { ReviewLine } from './review-section'
import { Isolated, linesOf, Text } from './text'

/** Who checked what: the desk, the statement, its speaker, where it appeared and when it was said and retrieved. */
export function Masthead({ snapshot }: { snapshot: SnapshotDto }) {
  const { desk, statement, publication } = snapshot
  return (
    <header className="top">
      <p className="desk-name">
        Checked by{' '}
        <b>
          <Isolated of={desk.name} />
        </b>
      </p>
      <h1 lang={statement.language} dir="auto">
        <Text of={statement.title} />
      </h1>
      <p className="speaker" dir={statement.direction}>
        <b>
          <Isolated of={statement.claimant} />
        </b>
        {statement.claimantRole !== null && (
          <>
            , <Isolated of={statement.claimantRole} />
          </>
        )}
      </p>
      <dl className="facts">
        {statement.appearance !== null && (
          <div>
            <dt>Appeared</dt>
            <dd>
              <AddressLink href={statement.appearance} />
            </dd>
          </div>
        )}
        <div>
          <dt>Said</dt>
          <dd>{statement.saidOn === null ? 'No date given' : <DateText of={statement.saidOn} width="short" />}</dd>
        </div>
        <div>
          <dt>Retrieved</dt>
          <dd>
            <DateText of={statement.retrievedAt} width="short" />
          </dd>
        </div>
        <div>
          <dt>Publication {publication.number}</dt>
          <dd>
            <DateText of={publication.at} width="short" />
          </dd>
        </div>
      </dl>
      {statement.versionNumber > 1 && (
        <p className="context">
          What follows is version {statement.versionNumber} of the text
          {statement.textNote === undefined ? null : (
            <>
              : <Isolated of={statement.textNote} />
            </>
          )}
        </p>
      )}
      {linesOf(statement.context ?? '').map(({ at, line }) => (
        <p key={at} className="context" dir="auto">
          <Text of={line} />
        </p>
      ))}
      <p className="caveat">Unmarked passages are unchecked or under review. No mark does not mean true.</p>
      <ReviewLine snapshot={snapshot} />
    </header>
  )
}
