import { describe, expect, it } from 'vitest'
import { readStatementFilter, statementFilterHref } from './statement-filter'

describe('the filter in the address', () => {
  it.each([
    ['nothing', {}, { show: 'all', search: '' }],
    ['a filter and words', { show: 'needs-me', q: ' fuel prices ' }, { show: 'needs-me', search: 'fuel prices' }],
    ['an unknown filter', { show: 'everything' }, { show: 'all', search: '' }],
    ['repeated parameters', { show: ['needs-me', 'all'], q: ['a', 'b'] }, { show: 'all', search: '' }],
    ['more words than the API takes', { q: 'x'.repeat(300) }, { show: 'all', search: 'x'.repeat(200) }],
  ])('reads %s', (_case, params, expected) => {
    expect(readStatementFilter(params)).toEqual(expected)
  })

  it('comes back from the address that it makes', () => {
    const filter = { show: 'to-decide', search: 'gas & fuel +10%' } as const
    const { searchParams, pathname } = new URL(statementFilterHref(filter), 'http://desk.example')
    expect(pathname).toBe('/statements')
    expect(readStatementFilter({ show: searchParams.get('show'), q: searchParams.get('q') })).toEqual(filter)
  })
})
