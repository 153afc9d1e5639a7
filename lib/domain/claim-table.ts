import type { ExportedClaim } from './exported-claim'
import { SAMPLE_NOTE } from './sample-note'

/** A table as spreadsheets read it: every row has a cell for each column. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface TableHead {
  readonly title: string
  readonly desk: string
  readonly versionNumber: number
  readonly isSample: boolean
}

type Cell = (claim: ExportedClaim, index: number, head: TableHead) => string

const CELLS: Readonly<Record<string, Cell>> = {
  number: (_claim, index) => String(index + 1),
  claim: claim => claim.claimReviewed,
  claimant: claim => claim.claimant,
  said_on: claim => claim.saidOn ?? '',
  passages: claim => claim.passages.map(({ exact }) => exact).join('\n'),
  /** Of the first passage, where it stands in the current text. */
  paragraph: claim => String(claim.passages.find(({ state }) => state === 'ANCHORED')?.paragraph ?? ''),
  status: claim => claim.status ?? '',
  rating: claim => claim.result?.label ?? '',
  rating_key: claim => claim.result?.key ?? '',
  explanation: claim => claim.explanation ?? '',
  decided_at: claim => claim.decidedAt ?? '',
  sources: claim =>
    claim.sources.map(({ title, url }) => (url === null || url === title ? title : `${title} <${url}>`)).join('\n'),
  claim_id: claim => claim.id,
  statement: (_claim, _index, { title }) => title,
  text_version: (_claim, _index, { versionNumber }) => String(versionNumber),
  desk: (_claim, _index, { desk }) => desk,
  note: (_claim, _index, { isSample }) => (isSample ? SAMPLE_NOTE : ''),
}

/** The claims as a table, one a row, in the order given. */
export function claimTable(head: TableHead, claims: readonly ExportedClaim[]): Table {
  const cells = Object.values(CELLS)
  return {
    columns: Object.keys(CELLS),
    rows: claims.map((claim, index) => cells.map(cell => cell(claim, index, head))),
  }
}
