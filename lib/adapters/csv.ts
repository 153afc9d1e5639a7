import { stringify } from 'csv-stringify/sync'
import type { Table } from '@/lib/domain/claim-table'

/**
 * What a spreadsheet may run when a cell begins with it (OWASP, "CSV Injection"), also in its full-width and small forms,
 * which some programs take for the plain ones, and behind what is not seen or may be stripped: white space, controls,
 * zero-width characters, quotation marks. And the white space that would start another cell.
 */
const FORMULA = /^[\s\p{C}"]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]|^[\t\r\n]/u

/**
 * The table as RFC 4180 has it, with a header. A byte-order mark stands before it, without which Excel takes UTF-8 for
 * another encoding. A cell that could run as a formula begins with an apostrophe instead, which says "text". Every cell is
 * quoted: programs that also part cells at semicolons or tabs would else find a formula in the middle of one.
 */
export function writeCsv({ columns, rows }: Table): string {
  return stringify([columns, ...rows.map(cells => cells.map(inert))], {
    bom: true,
    record_delimiter: 'windows',
    quoted: true,
    quoted_empty: true,
  })
}

function inert(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}
