import { describe, expect, it } from 'vitest'
import { SentenceIndex } from './sentence-index'

const TEXT = 'One went. Two stayed.\n\n  Mr. Three left.  \n日本は島国です。人口は減った。'

/** Every sentence as one meets it going from start to start. */
function walk(text: string, locale = 'en'): string[] {
  const index = new SentenceIndex(text, locale)
  const met: string[] = []
  const first = index.at(0)
  if (first) met.push(text.slice(first.start, first.end))
  for (let at = index.nextStart(first?.start ?? 0); at !== null; at = index.nextStart(at)) {
    const sentence = index.at(at)
    if (sentence) met.push(text.slice(sentence.start, sentence.end))
  }
  return met
}

describe('SentenceIndex', () => {
  it('goes from sentence to sentence over lines, blank ones and abbreviations', () => {
    expect(walk(TEXT)).toEqual(['One went.', 'Two stayed.', 'Mr. Three left.', '日本は島国です。', '人口は減った。'])
  })

  it.each([
    ['in the middle of a sentence', 3, 'One went.'],
    ['at the space after it', 9, 'One went.'],
    ['at the end of a line', 21, 'Two stayed.'],
    ['before the first letter of an indented line', 23, 'Mr. Three left.'],
    ['on a blank line', 22, null],
    ['outside the text', 999, null],
  ])('says which one it is %s', (_case, offset, expected) => {
    const found = new SentenceIndex(TEXT, 'en').at(offset)
    expect(found && TEXT.slice(found.start, found.end)).toBe(expected)
  })

  it('goes back by the same stops', () => {
    const index = new SentenceIndex(TEXT, 'en')
    const starts: number[] = []
    for (let at = index.previousStart(TEXT.length); at !== null; at = index.previousStart(at)) starts.push(at)
    expect(starts.map(at => TEXT.slice(at, at + 2))).toEqual(['人口', '日本', 'Mr', 'Tw', 'On'])
    expect(index.previousEnd(22)).toBe(21)
    expect(index.nextEnd(21)).toBe(TEXT.indexOf('left.') + 5)
    expect(index.previousStart(0)).toBeNull()
  })

  it('knows a place only once all are counted, in as many turns as it is given', () => {
    const index = new SentenceIndex(TEXT, 'en')
    expect(index.placeOf({ start: 10, end: 21 })).toBeNull()
    let turns = 1
    while (!index.count(() => true)) turns++
    expect(turns).toBe(4)
    expect(index.placeOf({ start: 10, end: 21 })).toEqual({ number: 2, total: 5 })
    expect(index.placeOf(index.at(TEXT.length) ?? { start: 0, end: 0 })).toEqual({ number: 5, total: 5 })
  })

  it('cuts one long line into the same sentences as short ones, in a time that grows with its length', () => {
    const sentence = 'The harbour handled more cargo last year than in any year before.'
    const text = Array.from({ length: 3_000 }, () => sentence).join(' ')
    const started = performance.now()
    const met = walk(text)
    expect(met).toHaveLength(3_000)
    expect(new Set(met)).toEqual(new Set([sentence]))
    // 200,000 units at once take Intl.Segmenter more than four seconds.
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it('cuts what has no end at the length of a span, and loses nothing', () => {
    const text = 'word '.repeat(3_000).trimEnd()
    const met = walk(text)
    expect(met.join(' ')).toBe(text)
    expect(Math.max(...met.map(part => part.length))).toBeLessThanOrEqual(5_000)
    const unbroken = '字'.repeat(12_000)
    expect(walk(unbroken, 'zh').join('')).toBe(unbroken)
  })
})
