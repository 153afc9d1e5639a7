import { CONTACT_DAYS, MAX_CONTACT_LENGTH, MAX_REPORT_LENGTH } from '@/lib/domain/error-report'
import { plain } from '@/lib/domain/hidden-characters'
import type { ReportedPage } from '@/lib/use-cases/reports/read-receipt'
import { PageShell, SampleBanner } from './public-page'
import { HONEYPOT, type TypedReport } from './report-fields'
import { Isolated, Text } from './text'

export type ReportFormProps = {
  page: ReportedPage
  /** The link's own. */
  token: string
  typed: TypedReport
  /** What is wrong, by field; a refusal of the whole under the empty name. */
  problems: Readonly<Record<string, string>>
}

/** The form with which a reader reports an error: a page of its own, without a script. */
export function ReportFormPage({ page, token, typed, problems }: ReportFormProps) {
  const { desk, title, language, isSample } = page
  const hasProblem = Object.keys(problems).length > 0
  return (
    <PageShell title={`${hasProblem ? 'Not sent: ' : ''}Report an error: ${plain(title)} · ${plain(desk)}`}>
      {isSample && <SampleBanner />}
      <main className="log">
        <header className="top">
          <p className="desk-name">
            To{' '}
            <b>
              <Isolated of={desk} />
            </b>
          </p>
          <h1>Report an error</h1>
          <p className="speaker" lang={language} dir="auto">
            <a href={`/s/${token}`}>
              <Text of={title} />
            </a>
          </p>
        </header>
        {hasProblem && (
          <div className="review" role="alert">
            <p>
              <b>Not sent.</b> {problems[''] ?? 'Look at what is marked below. What you wrote is kept.'}
            </p>
          </div>
        )}
        <form className="report" method="post" action={`/s/${token}/report`}>
          <CheckField page={page} typed={typed} problem={problems.check} />
          <div>
            <label htmlFor="text">What is wrong, and how do you know?</label>
            <p id="text-hint" className="quiet">
              A source helps most. At most {MAX_REPORT_LENGTH.toLocaleString('en-GB')} characters, as plain text.
            </p>
            <Problem id="text-problem" of={problems.text} />
            <textarea
              id="text"
              name="text"
              rows={8}
              required
              maxLength={MAX_REPORT_LENGTH}
              dir="auto"
              defaultValue={typed.text}
              aria-describedby={problems.text ? 'text-problem text-hint' : 'text-hint'}
              aria-invalid={problems.text ? true : undefined}
            />
          </div>
          <div>
            <label htmlFor="contact">How can the desk reach you? (optional)</label>
            <p id="contact-hint" className="quiet">
              Only to answer you; deleted when you ask or {CONTACT_DAYS} days after the answer. Never published.
            </p>
            <Problem id="contact-problem" of={problems.contact} />
            <input
              id="contact"
              name="contact"
              maxLength={MAX_CONTACT_LENGTH}
              autoComplete="email"
              defaultValue={typed.contact}
              aria-describedby={problems.contact ? 'contact-problem contact-hint' : 'contact-hint'}
              aria-invalid={problems.contact ? true : undefined}
            />
          </div>
          <input type="hidden" name="receipt" value={typed.receipt} />
          <div className="trap" aria-hidden="true">
            <label htmlFor={HONEYPOT}>Leave this empty</label>
            <input id={HONEYPOT} name={HONEYPOT} tabIndex={-1} autoComplete="off" />
          </div>
          <button type="submit">Send the report</button>
          <p className="quiet">
            You get an address at which you find the desk’s answer. Nothing else about you is kept with it.
          </p>
        </form>
      </main>
    </PageShell>
  )
}

type FieldProps = { page: ReportedPage; typed: TypedReport; problem: string | undefined }

function CheckField({ page: { checks }, typed, problem }: FieldProps) {
  return (
    <div>
      <label htmlFor="check">What is it about?</label>
      <Problem id="check-problem" of={problem} />
      <select
        id="check"
        name="check"
        defaultValue={typed.check}
        aria-describedby={problem ? 'check-problem' : undefined}
        aria-invalid={problem ? true : undefined}
      >
        <option value="">The page as a whole, or something that is missing</option>
        {checks.map(({ number, claimReviewed }) => (
          <option key={number} value={String(number)}>
            {`Check ${number}: ${plain(claimReviewed)}`}
          </option>
        ))}
      </select>
    </div>
  )
}

function Problem({ id, of }: { id: string; of: string | undefined }) {
  if (of === undefined) return null
  return (
    <p id={id} className="problem">
      {of}
    </p>
  )
}
