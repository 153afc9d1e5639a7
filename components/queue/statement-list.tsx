'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import type { RefObject } from 'react'
import type { z } from 'zod'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { listStatementsContract } from '@/lib/contracts/statements'
import { FilterChips } from './filter-chips'
import { SearchField } from './search-field'
import { readStatementFilter, type StatementFilter, statementFilterHref, statementQuery } from './statement-filter'
import { StatementRow } from './statement-row'

export type StatementPage = z.infer<typeof listStatementsContract.output>

type Props = {
  first: StatementPage
  /** What `first` was read for. */
  firstFilter: StatementFilter
  isEditor: boolean
  searchInput: RefObject<HTMLInputElement | null>
}

/** The desk's statements, searched and filtered; the address names both, so that reload and share keep them. */
export function StatementList({ first, firstFilter, isEditor, searchInput }: Props) {
  const params = useSearchParams()
  const filter = readStatementFilter({ show: params.get('show'), q: params.get('q') })
  const isFirst = filter.show === firstFilter.show && filter.search === firstFilter.search
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: [...queryKeys.statements, filter],
    queryFn: ({ pageParam, signal }) =>
      callApi(
        listStatementsContract,
        { ...statementQuery(filter), ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: null as string | null, // a cursor from the second page on
    getNextPageParam: page => page.nextCursor,
    initialData: isFirst ? { pages: [first], pageParams: [null] } : undefined,
    placeholderData: keepPreviousData,
  })
  const change = (next: Partial<StatementFilter>) =>
    window.history.replaceState(null, '', statementFilterHref({ ...filter, ...next }))

  const statements = data?.pages.flatMap(page => page.items) ?? []
  const total = data?.pages[0]?.total
  const isBare = !isPlaceholderData && total === 0 && filter.show === 'all' && filter.search === ''
  return (
    <section aria-labelledby="all-name">
      <div className="sec">
        <h2 id="all-name">On the desk</h2>
        <span className="quiet" role="status">
          {total}
          <span className="vh">{total === 1 ? ' statement' : ' statements'}</span>
        </span>
        {isBare ? null : (
          <>
            <SearchField ref={searchInput} search={filter.search} onSearch={search => change({ search })} />
            <FilterChips show={filter.show} isEditor={isEditor} onShow={show => change({ show })} />
          </>
        )}
      </div>
      <ProblemNotice error={error} />
      <ol className="statements" aria-busy={isPlaceholderData} data-stale={isPlaceholderData || undefined}>
        {statements.map(statement => (
          <StatementRow key={statement.id} statement={statement} />
        ))}
      </ol>
      {data && statements.length === 0 && !isPlaceholderData ? (
        <NothingFound filter={filter} onChange={change} />
      ) : null}
      {hasNextPage ? (
        <p className="more">
          <button type="button" className="btn" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? 'One moment…' : `Show more (${statements.length} of ${total})`}
          </button>
        </p>
      ) : null}
    </section>
  )
}

const NOTHING: Readonly<Record<StatementFilter['show'], string>> = {
  all: 'No statement on the desk yet',
  'needs-me': 'No statement needs your verdict',
  'to-decide': 'Nothing is ready to decide',
  'to-repair': 'Every passage stands in its text',
  mine: 'You lead no statement',
  due: 'Nothing has a due date',
  published: 'Nothing is published yet',
}

function NothingFound({
  filter,
  onChange,
}: {
  filter: StatementFilter
  onChange: (next: Partial<StatementFilter>) => void
}) {
  if (filter.search !== '') {
    return (
      <div className="empty">
        <h3>Nothing matches “{filter.search}”</h3>
        <p>Titles and speakers are searched. Try fewer or other words.</p>
        <div className="acts">
          <button type="button" className="btn" onClick={() => onChange({ search: '', show: 'all' })}>
            Show all statements
          </button>
        </div>
      </div>
    )
  }
  return (
    <div className="empty">
      <h3>{NOTHING[filter.show]}</h3>
      {filter.show === 'all' ? (
        <>
          <p>
            A statement is the text you take apart: a speech, a release, a post. Bring one in, highlight what it claims,
            and let reviewers judge each claim alone.
          </p>
          <div className="acts">
            <Link className="btn btn-main" href="/statements/new">
              Add statement
            </Link>
          </div>
        </>
      ) : (
        <div className="acts">
          <button type="button" className="btn" onClick={() => onChange({ show: 'all' })}>
            Show all statements
          </button>
        </div>
      )}
    </div>
  )
}
