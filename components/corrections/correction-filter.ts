import { CORRECTION_KINDS, type CorrectionKind } from '@/lib/domain/vocabulary'

export type CorrectionFilter = { kind: CorrectionKind | null; statementId: string | null }

type Given = string | string[] | undefined

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What an address asks the log to show; anything unknown shows all. */
export function readCorrectionFilter(params: { kind?: Given; statement?: Given }): CorrectionFilter {
  const kind = CORRECTION_KINDS.find(known => known.toLowerCase() === params.kind) ?? null
  const { statement } = params
  return { kind, statementId: typeof statement === 'string' && ID.test(statement) ? statement : null }
}

/** The address that shows this. */
export function correctionFilterHref({ kind, statementId }: CorrectionFilter): string {
  const query = new URLSearchParams({
    ...(kind === null ? {} : { kind: kind.toLowerCase() }),
    ...(statementId === null ? {} : { statement: statementId }),
  })
  return query.size === 0 ? '/corrections' : `/corrections?${query}`
}

/** The log's input for the API. */
export function correctionQuery({ kind, statementId }: CorrectionFilter) {
  return { ...(kind === null ? {} : { kind }), ...(statementId === null ? {} : { statementId }) }
}
