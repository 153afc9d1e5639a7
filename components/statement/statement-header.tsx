import type { StatementDto } from '@/lib/contracts/statements'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { shortAddress } from '@/lib/domain/web-address'

/** Who says it, where it appeared and when: what a reader must know before the first word. */
export function StatementHeader({ statement }: { statement: StatementDto }) {
  return (
    <header className="title">
      <p className="small">
        Version {statement.currentVersion} · {statement.wordCount.toLocaleString('en')} words
      </p>
      <h1 dir="auto">{statement.title}</h1>
      <p className="speaker">
        <b dir="auto">{statement.claimant}</b>
        {statement.claimantRole ? (
          <>
            <br />
            <span className="quiet" dir="auto">
              {statement.claimantRole}
            </span>
          </>
        ) : null}
      </p>
      <dl className="facts">
        <div>
          <dt>Appeared</dt>
          <dd>{statement.appearance ? <Address url={statement.appearance} /> : 'Not known'}</dd>
        </div>
        <div>
          <dt>Said</dt>
          <dd>{statement.saidOn ? partialDateInWords(statement.saidOn) : 'No date in the text'}</dd>
        </div>
        <div>
          <dt>Retrieved</dt>
          <dd>
            <time dateTime={statement.retrievedAt}>{partialDateInWords(statement.retrievedAt.slice(0, 10))}</time>
          </dd>
        </div>
      </dl>
      {statement.context ? (
        <p className="context" dir="auto">
          {statement.context}
        </p>
      ) : null}
    </header>
  )
}

function Address({ url }: { url: string }) {
  return (
    <a href={url} rel="noreferrer nofollow" target="_blank">
      {shortAddress(url)}
    </a>
  )
}
