import { describe, expect, it } from 'vitest'
import { differenceWords, markedRuns } from './difference-words'

const none = { start: 4, end: 4 }

describe('differenceWords', () => {
  it.each([
    [
      'a number that changed',
      { kind: 'NUMBER', was: { start: 0, end: 3 }, now: { start: 0, end: 2 } },
      'number: 4.2 → 42',
    ],
    ['what was added', { kind: 'NEGATION', was: none, now: { start: 3, end: 6 } }, 'negation added: per'],
    ['what was removed', { kind: 'DATE', was: { start: 3, end: 8 }, now: none }, 'date removed: perc'],
  ] as const)('names %s', (_case, difference, words) => {
    const { what, words: quoted } = differenceWords(difference, '4.2 perc', '42 per cent')
    expect(`${what}: ${quoted.join(' → ')}`).toBe(words)
  })
})

describe('markedRuns', () => {
  it('cuts a sentence at differences and at the passage, and keeps every letter', () => {
    const runs = markedRuns('He did not say so.', [{ kind: 'NEGATION', start: 7, end: 10 }], { start: 3, end: 17 })
    expect(runs.map(({ text, kind, isPassage }) => [text, kind, isPassage])).toEqual([
      ['He ', null, false],
      ['did ', null, true],
      ['not', 'NEGATION', true],
      [' say so', null, true],
      ['.', null, false],
    ])
  })

  it.each([
    ['nothing to mark', 'One.', [], null, 1],
    ['an empty difference, where the other side has words', 'One.', [{ kind: 'OTHER', start: 2, end: 2 }], null, 2],
    ['a passage that is the whole sentence', 'One.', [], { start: 0, end: 4 }, 1],
    ['an empty sentence', '', [], null, 0],
  ] as const)('holds with %s', (_case, text, differences, passage, count) => {
    const runs = markedRuns(text, differences, passage)
    expect(runs.map(run => run.text).join('')).toBe(text)
    expect(runs).toHaveLength(count)
    expect(runs.every(({ kind }) => kind === null)).toBe(true)
  })
})
