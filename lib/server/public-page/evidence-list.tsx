import type { PublishedClaimDto, PublishedEvidenceDto } from '@/lib/contracts/snapshot'
import { STANCES, type Stance } from '@/lib/domain/vocabulary'
import { DateText } from './date-text'
import { ExternalLink } from './external-link'
import { Isolated, Text } from './text'

const DOES: Readonly<Record<Stance, string>> = { SUPPORTS: 'Supports.', REFUTES: 'Refutes.', CONTEXT: 'Context.' }
const COUNTED: Readonly<Record<Stance, string>> = {
  SUPPORTS: 'supporting',
  REFUTES: 'refuting',
  CONTEXT: 'for context',
}

/** The evidence both ways, numbered as the explanation cites it. */
export function EvidenceList({ claim }: { claim: PublishedClaimDto }) {
  const { evidence, number, action, rating } = claim
  // Where the desk gives no rating, both sides are all there is to read.
  const isOpen = action === 'RESOLVE' && rating === null
  if (evidence.length === 0) return <p className="quiet none">No sources cited.</p>
  return (
    <details open={isOpen}>
      <summary>Evidence: {summaryOf(evidence)}</summary>
      <ol className="ev">
        {evidence
          .map((item, index) => ({ item, id: evidenceId(number, index + 1) }))
          .map(({ item, id }) => (
            <li key={id} id={id}>
              <Passages item={item} />
              <p className="src">
                <SourceLine source={item.source} />
              </p>
            </li>
          ))}
      </ol>
    </details>
  )
}

export function evidenceId(claim: number, item: number): string {
  return `evidence-${claim}-${item}`
}

function summaryOf(evidence: readonly PublishedEvidenceDto[]): string {
  return STANCES.map(stance => ({ stance, count: evidence.filter(item => item.stance === stance).length }))
    .filter(({ count }) => count > 0)
    .map(({ stance, count }) => `${count} ${COUNTED[stance]}`)
    .join(', ')
}

/** A quoted passage stands in quotation marks; what a reviewer reports in their own words never does. */
function Passages({ item: { stance, passages } }: { item: PublishedEvidenceDto }) {
  const does = <b>{DOES[stance]}</b>
  if (passages.length === 0) return <p>{does}</p>
  return passages.map(({ quote, note }) => (
    <p key={`${quote} ${note}`}>
      {does}{' '}
      {quote !== null && (
        <bdi className="quote">
          “<Text of={quote} />”
        </bdi>
      )}
      {quote !== null && note !== null && ' '}
      {note !== null && <Isolated of={note} />}
    </p>
  ))
}

/** What a source is, who is behind it with what interest, and where else it is kept. */
export function SourceLine({ source }: { source: PublishedEvidenceDto['source'] }) {
  const { title, author, publisher, publishedOn, url, reference, archiveUrl, retrievedOn, interest } = source
  const behind = [author, publisher].filter(name => name !== null)
  return (
    <>
      {url === null ? (
        <cite>
          <Isolated of={title} />
        </cite>
      ) : (
        <ExternalLink href={url}>
          <Isolated of={title} />
        </ExternalLink>
      )}
      <br />
      {behind.length === 0 ? 'Publisher not named' : <Isolated of={behind.join(', ')} />} (
      {interest === null ? 'no interest noted' : <Isolated of={interest} />}
      ), {publishedOn === null ? 'no date' : <DateText of={publishedOn} />}.
      {reference !== null && (
        <>
          {' '}
          <Isolated of={reference} />.
        </>
      )}
      {retrievedOn !== null && (
        <>
          {' '}
          Retrieved <DateText of={retrievedOn} />.
        </>
      )}
      {archiveUrl !== null ? (
        <>
          {' '}
          <ExternalLink href={archiveUrl}>Archived copy</ExternalLink>.
        </>
      ) : (
        url !== null && ' Not archived.'
      )}
    </>
  )
}
