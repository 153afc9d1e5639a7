'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { z } from 'zod'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useOlder } from '@/components/api/use-older'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { TopBar } from '@/components/workspace/top-bar'
import { listDeskCorrectionsContract } from '@/lib/contracts/corrections'
import { KIND_WORDS } from '@/lib/domain/correction'
import { counted } from '@/lib/domain/sentence-words'
import { CORRECTION_KINDS } from '@/lib/domain/vocabulary'
import { type CorrectionFilter, correctionFilterHref, correctionQuery } from './correction-filter'
import { CorrectionLine } from './correction-line'
import './corrections.css'

export type CorrectionPage = z.output<typeof listDeskCorrectionsContract.output>

type Props = { first: CorrectionPage; filter: CorrectionFilter }

/** Everything the desk has corrected in public, newest first. */
export function CorrectionLog({ first, filter }: Props) {
  const router = useRouter()
  const isFiltered = filter.kind !== null || filter.statementId !== null
  const isUnused = first.total === 0 && !isFiltered
  return (
    <>
      <TopBar crumbs={[{ label: 'Corrections' }]} />
      <main id="main" className="correction-log" tabIndex={-1}>
        <h1>Corrections</h1>
        {isUnused ? (
          <div className="empty">
            <h3>Nothing has been corrected</h3>
            <p>
              When a published check changes, what changed and why is kept here. An editor says so in the Publish dialog
              of a statement.
            </p>
            <div className="acts">
              <Link className="btn" href="/statements">
                See all statements
              </Link>
            </div>
          </div>
        ) : (
          <>
            <div className="filters">
              <nav aria-label="Kind">
                <ul className="chips">
                  {[null, ...CORRECTION_KINDS].map(kind => (
                    <li key={kind}>
                      <Link
                        className="chip"
                        href={correctionFilterHref({ ...filter, kind })}
                        aria-current={filter.kind === kind ? 'true' : undefined}
                        scroll={false}
                      >
                        {kind === null ? 'All' : KIND_WORDS[kind]}
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
              <Field label="Statement" isLabelHidden>
                {control => (
                  <select
                    {...control}
                    className="field"
                    value={filter.statementId ?? ''}
                    onChange={event => {
                      const statementId = event.target.value || null
                      router.push(correctionFilterHref({ ...filter, statementId }), { scroll: false })
                    }}
                  >
                    <option value="">All statements</option>
                    {first.statements.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </div>
            <p className="small" role="status">
              {counted(first.total, 'correction')}
            </p>
            {first.total === 0 ? (
              <p className="quiet">
                None like this. <Link href="/corrections">Show all</Link>
              </p>
            ) : (
              <Entries key={correctionFilterHref(filter)} first={first} filter={filter} />
            )}
          </>
        )}
      </main>
    </>
  )
}

function Entries({ first, filter }: Props) {
  const announce = useAnnounce()
  const { older, hasOlder, isReading, error, readOlder } = useOlder(
    first.nextCursor,
    cursor => callApi(listDeskCorrectionsContract, { ...correctionQuery(filter), cursor }),
    items => announce(`${counted(items.length, 'correction')} more.`),
  )
  return (
    <>
      <ol className="corrections">
        {[...first.items, ...older].map(correction => (
          <li key={correction.id}>
            <CorrectionLine correction={correction} namesStatement />
          </li>
        ))}
      </ol>
      <ProblemNotice error={error} />
      {hasOlder ? (
        <p>
          <button type="button" className="btn" disabled={isReading} onClick={() => void readOlder()}>
            {isReading ? 'One moment…' : 'Show older'}
          </button>
        </p>
      ) : null}
    </>
  )
}
