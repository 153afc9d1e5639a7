import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/components/api/call'
import type { ImportItemDto, ImportPassageDto } from '@/lib/contracts/imports'
import { choiceOf, firstChoice, importedOf, inParts, problemOf } from './import-choices'
import { problemsByItem } from './item-problems'
import { parseJson } from './parse-json'

const place = (start: number) => ({ start, end: start + 4, exact: 'fell', before: '', after: '' })
const certain: ImportPassageDto = {
  exact: 'fell',
  prefix: '',
  suffix: '',
  state: 'ANCHORED',
  reason: null,
  place: place(6),
  suggestions: [],
}
const uncertain: ImportPassageDto = {
  ...certain,
  state: 'NEEDS_PERSON',
  place: null,
  suggestions: [
    { ...place(6), isSame: true },
    { ...place(60), isSame: true },
  ],
}
const item = (more: Partial<ImportItemDto> = {}): ImportItemDto => ({
  index: 3,
  label: 'Crime fell.',
  importedFrom: 'urn:x:1',
  claimReviewed: 'Crime fell.',
  state: 'ANCHORED',
  reason: null,
  passages: [certain],
  duplicateOf: null,
  ...more,
})
const duplicateOf = { claimId: 'c', claimReviewed: 'Crime fell.', because: 'IMPORTED' } as const

describe('firstChoice', () => {
  it.each<[string, Partial<ImportItemDto>, boolean]>([
    ['takes what is certain and has a sentence', {}, true],
    ['leaves out what has none', { claimReviewed: '' }, false],
    ['leaves out what is a claim already', { duplicateOf }, false],
    ['leaves out what a person must place', { state: 'NEEDS_PERSON', passages: [uncertain] }, false],
  ])('%s', (_case, more, isTaken) => {
    expect(firstChoice(item(more)).isTaken).toBe(isTaken)
  })

  it('chooses no suggestion', () => {
    expect(firstChoice(item({ passages: [certain, uncertain] })).chosen).toEqual([null, null])
  })
})

describe('what is taken', () => {
  const both = item({ state: 'NEEDS_PERSON', passages: [certain, uncertain] })

  it('has a place and a sentence', () => {
    const placeless = item({ state: 'NEEDS_PERSON', passages: [uncertain] })
    const choice = choiceOf(placeless, {})
    expect(problemOf(placeless, choice)?.field).toBe('place')
    expect(problemOf(placeless, { ...choice, chosen: [1] })).toBeNull()
    expect(problemOf(placeless, { ...choice, chosen: [9] })?.field).toBe('place')
    expect(problemOf(placeless, { ...choice, chosen: [1], sentence: ' ' })?.field).toBe('sentence')
  })

  it('is sent with the places that are certain and those that were chosen', () => {
    const choice = { isTaken: true, sentence: 'It fell.', chosen: [null, 1] }
    expect(importedOf(both, choice)).toEqual({
      claimReviewed: 'It fell.',
      importedFrom: 'urn:x:1',
      targets: [
        { start: 6, end: 10, exact: 'fell' },
        { start: 60, end: 64, exact: 'fell' },
      ],
    })
    expect(importedOf(both, { ...choice, chosen: [null, null] }).targets).toHaveLength(1)
  })

  it('goes in parts', () => {
    expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
    expect(inParts([], 2)).toEqual([])
  })
})

describe('problemsByItem', () => {
  it('puts what the desk refused beside the annotation that was sent', () => {
    const problem = new ApiProblem(422, 'invalid-input', 'No.', [
      { path: 'items.0.claimReviewed', message: 'Shorten this.' },
      { path: 'items.1.targets.0', message: 'Not there.' },
      { path: 'items.7.targets', message: 'Nobody’s.' },
      { path: 'versionNumber', message: 'Odd.' },
    ])
    expect([...problemsByItem(problem, [4, 9])]).toEqual([
      [4, { field: 'sentence', message: 'Shorten this.' }],
      [9, { field: 'place', message: 'Not there.' }],
    ])
    expect(problemsByItem(null, [4]).size).toBe(0)
  })
})

describe('parseJson', () => {
  it.each<[string, string, boolean]>([
    ['an object', '{"a": 1}', true],
    ['with a byte-order mark', '\ufeff[]', true],
    ['nothing', ' ', false],
    ['half of it', '[{', false],
    ['a word', 'annotations', false],
  ])('%s', (_case, text, ok) => {
    expect(parseJson(text).ok).toBe(ok)
  })
})
