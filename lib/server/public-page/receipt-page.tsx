import { CONTACT_DAYS, REPORT_STATE_WORDS, type ReportState } from '@/lib/domain/error-report'
import { plain } from '@/lib/domain/hidden-characters'
import type { Receipt, ReportedPage } from '@/lib/use-cases/reports/read-receipt'
import { CorrectionNote } from './correction-note'
import { DateText } from './date-text'
import { PageShell, SampleBanner } from './public-page'
import { Isolated, linesOf, Quotation, Text } from './text'

export type ReceiptProps = {
  page: ReportedPage
  /** The link's own. */
  token: string
  receipt: Receipt
  /** The whole address of this page. */
  address: string
}

const STANDS: Readonly<Record<ReportState, string>> = {
  RECEIVED: 'The desk has it and has not answered yet.',
  UNDER_REVIEW: 'The desk is looking into it.',
  CORRECTED: 'The desk corrected what it had published.',
  NO_CHANGE: 'The desk looked into it and changed nothing.',
}

/** A report as its reader finds it again: where it stands, the answer, and the correction it led to. */
export function ReceiptPage({ page, token, receipt, address }: ReceiptProps) {
  const { desk, title, language, isSample, checks } = page
  const { answers, check, text, at, hasContact } = receipt
  const state = answers[0]?.outcome ?? 'RECEIVED'
  const about = checks.find(({ number }) => number === check)
  return (
    <PageShell title={`Your report: ${REPORT_STATE_WORDS[state]} · ${plain(desk)}`}>
      {isSample && <SampleBanner />}
      <main className="log">
        <header className="top">
          <p className="desk-name">
            To{' '}
            <b>
              <Isolated of={desk} />
            </b>
          </p>
          <h1>Your report</h1>
          <p className="speaker" lang={language} dir="auto">
            <a href={`/s/${token}`}>
              <Text of={title} />
            </a>
          </p>
        </header>
        <p className="explain">
          <b>{REPORT_STATE_WORDS[state]}.</b> {STANDS[state]}
        </p>
        <div className="review">
          <p>
            <b>Keep this address.</b> It is the only way back to your report and its answer, for as long as the link to
            the page stands; nobody can send it to you again. Reload it to see what is new.
          </p>
          <p className="address">
            <code>{address}</code>
          </p>
        </div>
        {answers.length > 0 && (
          <section aria-labelledby="answers">
            <h2 id="answers">The desk’s {answers.length === 1 ? 'answer' : 'answers'}</h2>
            <ol className="entries">
              {answers.map(answer => (
                <li key={answer.at.toISOString()}>
                  <p>
                    <b>{REPORT_STATE_WORDS[answer.outcome]}</b>, <DateText of={answer.at.toISOString()} />.
                  </p>
                  {linesOf(answer.text).map(({ at: place, line }) => (
                    <p key={place} dir="auto">
                      <Text of={line} />
                    </p>
                  ))}
                  {answer.correction && (
                    <div className="review">
                      <CorrectionNote correction={{ ...answer.correction, at: answer.correction.at.toISOString() }} />
                      <p>
                        <a href={`/s/${token}/corrections`}>The log of corrections</a>
                      </p>
                    </div>
                  )}
                </li>
              ))}
            </ol>
          </section>
        )}
        <section aria-labelledby="sent">
          <h2 id="sent">What you wrote</h2>
          <p className="quiet">
            <DateText of={at.toISOString()} />, about{' '}
            {about ? (
              <>
                <a href={`/s/${token}#check-${about.number}`}>check {about.number}</a>: “
                <Isolated of={about.claimReviewed} />”
              </>
            ) : (
              'the page as a whole.'
            )}
          </p>
          <Quotation of={text} />
          {hasContact ? (
            <form className="report" method="post">
              <p className="quiet">
                You said how to reach you. The desk sees it, readers do not; it is deleted {CONTACT_DAYS} days after the
                answer.
              </p>
              <button type="submit" name="forget" value="contact" className="quiet-button">
                Delete it now
              </button>
            </form>
          ) : (
            <p className="quiet">The desk has no way to reach you but this page.</p>
          )}
        </section>
      </main>
    </PageShell>
  )
}
