import Link from 'next/link'
import { PlanMarks } from '@/components/statement/plan-marks'
import { RelativeTime } from '@/components/ui/relative-time'
import type { StatementSummaryDto } from '@/lib/contracts/statements'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { counted } from '@/lib/domain/sentence-words'
import { siteOf } from '@/lib/domain/web-address'
import { ProgressGauge } from './progress-gauge'

/** One statement on the desk: what, by whom, from where, and how far it has come. */
export function StatementRow({ statement }: { statement: StatementSummaryDto }) {
  const { needsMyVerdict, toDecide, toRepair } = statement
  return (
    <li>
      <article className="statement">
        <div>
          <h3>
            <Link href={`/statements/${statement.id}`} dir="auto">
              {statement.title}
            </Link>
          </h3>
          <p className="who" dir="auto">
            <b>{statement.claimant}</b>
            {statement.claimantRole ? `, ${statement.claimantRole}` : null}
          </p>
          <p className="small">
            {statement.appearance ? `${siteOf(statement.appearance)} · ` : null}
            {statement.saidOn ? partialDateInWords(statement.saidOn) : 'no date in the text'}
            {` · ${statement.wordCount.toLocaleString('en')} words · retrieved `}
            <RelativeTime at={statement.retrievedAt} />
            {statement.publishedAt ? (
              <>
                {' · published '}
                <RelativeTime at={statement.publishedAt} />
              </>
            ) : null}
          </p>
          <PlanMarks plan={statement} />
          {needsMyVerdict + toDecide + toRepair > 0 ? (
            <p className="asks">
              {needsMyVerdict > 0 ? <span>Needs your verdict: {needsMyVerdict}</span> : null}
              {toDecide > 0 ? <span>Waits for an editor: {toDecide}</span> : null}
              {toRepair > 0 ? <span>The text changed under {counted(toRepair, 'claim')}</span> : null}
            </p>
          ) : null}
        </div>
        <ProgressGauge progress={statement.progress} />
      </article>
    </li>
  )
}
