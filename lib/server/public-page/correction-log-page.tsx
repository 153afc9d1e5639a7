import { plain } from '@/lib/domain/hidden-characters'
import { plural } from '@/lib/domain/sentence-words'
import type { CorrectionLog } from '@/lib/use-cases/publications/open-share'
import { CorrectionNote } from './correction-note'
import { CorrectionSubject } from './correction-section'
import { PageShell, SampleBanner } from './public-page'
import { Isolated, Text } from './text'

/** Every correction of one statement, newest first. `token` is the link's own, for the way back. */
export function CorrectionLogPage({ log, token }: { log: CorrectionLog; token: string }) {
  const { desk, title, language, isSample, corrections } = log
  const count = corrections.length
  return (
    <PageShell title={`Corrections: ${plain(title)} · ${plain(desk)}`}>
      {isSample && <SampleBanner />}
      <main className="log">
        <header className="top">
          <p className="desk-name">
            Checked by{' '}
            <b>
              <Isolated of={desk} />
            </b>
          </p>
          <h1>Corrections</h1>
          <p className="speaker" lang={language} dir="auto">
            <a href={`/s/${token}`}>
              <Text of={title} />
            </a>
          </p>
        </header>
        {count === 0 ? (
          <p className="explain">Nothing has been corrected so far.</p>
        ) : (
          <>
            <p className="explain">
              {count} {plural(count, 'correction')} so far, the newest first. What is corrected is kept: earlier
              publications can still be read, and say what has changed since.
            </p>
            <ol className="entries">
              {corrections.map(correction => (
                <li key={correction.number} id={`correction-${correction.number}`}>
                  <CorrectionSubject claim={correction.claim} heading="h2" />
                  <CorrectionNote correction={correction} />
                  <p className="quiet">
                    Correction {correction.number}, publication {correction.publication}.
                  </p>
                </li>
              ))}
            </ol>
          </>
        )}
      </main>
    </PageShell>
  )
}
