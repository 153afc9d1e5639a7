import { STATEMENT_FILTERS } from '@/lib/contracts/statements'

export type StatementFilter = { show: (typeof STATEMENT_FILTERS)[number]; search: string }

type Given = string | string[] | null | undefined

/** What an address asks the list to show; anything unknown shows all. */
export function readStatementFilter(params: { show?: Given; q?: Given }): StatementFilter {
  const show = STATEMENT_FILTERS.find(filter => filter === params.show) ?? 'all'
  const search = typeof params.q === 'string' ? params.q.trim().slice(0, 200) : ''
  return { show, search }
}

/** The address that shows this. */
export function statementFilterHref({ show, search }: StatementFilter): string {
  const query = new URLSearchParams({ ...(show === 'all' ? {} : { show }), ...(search === '' ? {} : { q: search }) })
  return query.size === 0 ? '/statements' : `/statements?${query}`
}

/** The list's input for the API. */
export function statementQuery({ show, search }: StatementFilter) {
  return { show, ...(search === '' ? {} : { search }) }
}
