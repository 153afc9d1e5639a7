import Link from 'next/link'
import type { AsOfDto } from '@/lib/contracts/history'
import { segmentRange } from '@/lib/domain/span-order'

/** The text as it stood, with what was highlighted in it by then. */
export function AsOfText({ asOf: { statement, claims } }: { asOf: AsOfDto }) {
  const { text, language, direction, versionNumber, sha256 } = statement
  const shown = claims.filter(({ stage }) => stage === 'OPEN' || stage === 'DECIDED')
  const tones = new Map(shown.map(({ id, rating }) => [id, rating?.tone ?? 'none']))
  const spans = shown.flatMap(({ id, quotes }) => quotes.map(({ start, end }) => ({ id, start, end })))
  return (
    <section aria-labelledby="as-of-text">
      <h2 id="as-of-text">The text</h2>
      <p className="small">
        <Link href={`/statements/${statement.id}/versions`}>Version {versionNumber}</Link> · SHA-256{' '}
        <code className="as-of-hash">{sha256}</code>
      </p>
      <div className="as-of-text" lang={language} dir={direction}>
        {segmentRange({ start: 0, end: text.length }, spans).map(({ start, end, ids }) => {
          const words = text.slice(start, end)
          const innermost = ids.at(-1)
          return innermost === undefined ? (
            <span key={start}>{words}</span>
          ) : (
            <mark key={start} className="hl" data-r={tones.get(innermost)} data-overlap={ids.length > 1 || undefined}>
              {words}
            </mark>
          )
        })}
      </div>
    </section>
  )
}
