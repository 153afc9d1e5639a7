import { describe, expect, it } from 'vitest'
import { correctionFilterHref, correctionQuery, readCorrectionFilter } from './correction-filter'

const ID = '01999999-0000-7000-8000-000000000001'

describe('the address of the log', () => {
  it.each([
    ['everything', {}, '/corrections', {}],
    ['one kind', { kind: 'retraction' }, '/corrections?kind=retraction', { kind: 'RETRACTION' }],
    [
      'one kind of one statement',
      { kind: 'update', statement: ID },
      `/corrections?kind=update&statement=${ID}`,
      { kind: 'UPDATE', statementId: ID },
    ],
    ['nothing that is not known', { kind: 'RETRACTION', statement: '../x' }, '/corrections', {}],
    ['nothing that is given twice', { kind: ['update', 'update'], statement: [ID] }, '/corrections', {}],
  ])('shows %s', (_case, params, href, query) => {
    const filter = readCorrectionFilter(params)
    expect(correctionFilterHref(filter)).toBe(href)
    expect(correctionQuery(filter)).toEqual(query)
  })
})
