import { describe, expect, test } from 'vitest'
import { isUntouched, newCitation } from './citation-draft'

describe('an untouched citation', () => {
  const empty = newCitation('1', '2026-03-01')
  test('is a new one, whatever the day and the kind of source', () => {
    expect(isUntouched(empty)).toBe(true)
    expect(isUntouched({ ...empty, source: { ...empty.source, retrievedOn: '', type: 'book' } })).toBe(true)
  })
  test.each([
    ['an address', { source: { ...empty.source, url: 'https://records.example.org' } }],
    ['no address, but a place', { hasAddress: false }],
    ['a title', { source: { ...empty.source, title: 'Register' } }],
    ['a stance', { stance: 'REFUTES' as const }],
    ['a passage', { quote: 'Four per cent.' }],
    ['a note', { note: 'It rose.' }],
  ])('is none once it has %s', (_what, typed) => {
    expect(isUntouched({ ...empty, ...typed })).toBe(false)
  })
})
