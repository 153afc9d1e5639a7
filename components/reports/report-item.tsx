'use client'

import Link from 'next/link'
import { useState } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useCommand } from '@/components/api/use-command'
import { useAnnounce } from '@/components/ui/announcer'
import { RelativeTime } from '@/components/ui/relative-time'
import { type ErrorReportDto, forgetReportContactContract } from '@/lib/contracts/reports'
import { KIND_WORDS } from '@/lib/domain/correction'
import { isReportOpen, REPORT_STATE_WORDS } from '@/lib/domain/error-report'
import { AnswerDialog } from './answer-dialog'
import { ReopenFromReport } from './reopen-from-report'
import { ReportText } from './report-text'
import { useReadAgain } from './use-reports'

type Act = 'answer' | 'correct' | 'reopen'

/** One report: what is wrong in the reader's words, what it is about, what was answered, and what can be done. */
export function ReportItem({ report }: { report: ErrorReportDto }) {
  const { statement, publication, claim, text, at, state, answers } = report
  const [act, setAct] = useState<Act | null>(null)
  const name = `report-${report.id}`
  return (
    <li>
      <article aria-labelledby={name}>
        <h3 id={name}>
          {claim ? (
            <Link href={`/statements/${statement.id}?claim=${claim.id}`} dir="auto">
              {claim.claimReviewed}
            </Link>
          ) : (
            <Link href={`/statements/${statement.id}`} dir="auto">
              {statement.title}
            </Link>
          )}
        </h3>
        <p className="small">
          <b>{REPORT_STATE_WORDS[state]}</b> · {claim ? `check ${claim.check}` : 'the page as a whole'} of publication{' '}
          {publication.number}
          {claim ? (
            <>
              , <span dir="auto">{statement.title}</span>
            </>
          ) : null}{' '}
          · <RelativeTime at={at} />
        </p>
        <ReportText of={text} />
        <Answers answers={answers} />
        <ReaderContact report={report} />
        <div className="row">
          <button type="button" className="btn" onClick={() => setAct('answer')}>
            {isReportOpen(state) ? 'Answer…' : 'Answer again…'}
          </button>
          <button type="button" className="btn" onClick={() => setAct('correct')}>
            Link to a correction…
          </button>
          {claim ? (
            <button type="button" className="btn btn-plain" onClick={() => setAct('reopen')}>
              Reopen the claim…
            </button>
          ) : null}
        </div>
      </article>
      {act === 'answer' || act === 'correct' ? (
        <AnswerDialog report={report} isCorrection={act === 'correct'} onClose={() => setAct(null)} />
      ) : null}
      {act === 'reopen' && claim ? (
        <ReopenFromReport report={report} claimId={claim.id} onClose={() => setAct(null)} />
      ) : null}
    </li>
  )
}

function Answers({ answers }: Pick<ErrorReportDto, 'answers'>) {
  if (answers.length === 0) return null
  return (
    <ol className="report-answers">
      {answers.map(({ number, outcome, text, at, by, correction }) => (
        <li key={number}>
          <p className="small">
            {by.name} answered, <RelativeTime at={at} />: <b>{REPORT_STATE_WORDS[outcome]}</b>
            {correction ? `, by correction ${correction.number} (${KIND_WORDS[correction.kind].toLowerCase()})` : null}
          </p>
          <p className="note written" dir="auto">
            {text}
          </p>
        </li>
      ))}
    </ol>
  )
}

function ReaderContact({ report: { id, contact } }: { report: ErrorReportDto }) {
  const announce = useAnnounce()
  const readAgain = useReadAgain()
  const forget = useCommand(forgetReportContactContract, {
    onDone: () => {
      announce('The contact is forgotten.')
      readAgain()
    },
  })
  if (contact === null) return null
  return (
    <>
      <p className="small">
        Reader’s contact, only to answer them: <span dir="auto">{contact}</span>{' '}
        <button type="button" className="link" disabled={forget.isRunning} onClick={() => forget.run({ reportId: id })}>
          Forget it
        </button>
      </p>
      <ProblemNotice error={forget.problem} />
    </>
  )
}
