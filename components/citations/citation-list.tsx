import { Fragment, type ReactNode } from 'react'
import { STANCE_LABELS } from '@/components/verdicts/labels'
import type { CitationDto, SourceDto } from '@/lib/contracts/sources'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { siteOf } from '@/lib/domain/web-address'
import { LinkedText } from './linked-text'

type Props = {
  citations: readonly CitationDto[]
  /** What can be done with a citation, at the end of its line. */
  actOn?: (citation: CitationDto) => ReactNode
}

/** What a verdict rests on: what each source does to the claim, who publishes it, and the passage. */
export function CitationList({ citations, actOn }: Props) {
  if (citations.length === 0) return null
  return (
    <ul className="cites">
      {citations.map(citation => (
        <li key={citation.id}>
          <b>{STANCE_LABELS[citation.stance]}</b> · <SourceLine source={citation.source} /> {actOn?.(citation)}
          <Passage quote={citation.quote} note={citation.note} />
        </li>
      ))}
    </ul>
  )
}

/** Who publishes a source, as a link where it has an address, its date, and where else it can be found. */
export function SourceLine({ source, date = 'short' }: { source: SourceDto; date?: 'short' | 'long' }) {
  const name = source.publisher ?? source.title
  const host = source.url === null ? null : siteOf(source.url)
  return (
    <>
      {source.url ? (
        <a href={source.url} title={source.title} rel="noreferrer nofollow" target="_blank">
          {name}
        </a>
      ) : (
        <span title={source.title}>{name}</span>
      )}
      {source.publishedOn ? `, ${partialDateInWords(source.publishedOn, date)}` : null}
      {source.archiveUrl ? (
        <>
          {' · '}
          <a href={source.archiveUrl} rel="noreferrer nofollow" target="_blank">
            archived
          </a>
        </>
      ) : null}
      {source.publisher === null && host ? <Fragment> · {host}</Fragment> : null}
      {source.reference ? <span className="cite-reference">{source.reference}</span> : null}
    </>
  )
}

/** The passage word for word, and what the source reports in the reviewer's own words. */
export function Passage({ quote, note }: { quote: string | null; note: string | null }) {
  return (
    <>
      {quote ? <q className="cite-quote">{quote}</q> : null}
      {note ? (
        <span className="cite-note">
          <LinkedText>{note}</LinkedText>
        </span>
      ) : null}
    </>
  )
}
