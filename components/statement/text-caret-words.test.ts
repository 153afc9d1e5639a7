import { describe, expect, it } from 'vitest'
import { partOfWords, selectionWords, sentenceWords, spanWords } from './text-caret-words'

const claim = (claimReviewed: string) => ({ claimReviewed, status: 'AWAITING', rating: null }) as const

describe('what is said of the caret', () => {
  it('says the sentence, its place and what it is part of', () => {
    expect(
      sentenceWords('Crime fell.', { number: 12, total: 214 }, [claim('Crime fell in May'), claim('It fell.')]),
    ).toBe('Sentence 12 of 214: Crime fell. Part of 2 claims. Awaiting: Crime fell in May. Awaiting: It fell.')
  })

  it('says no place before the sentences are counted, and no claims where there are none', () => {
    expect(sentenceWords('Crime fell', null, [])).toBe('Crime fell.')
  })

  it('names three claims and counts the others', () => {
    expect(partOfWords(['A.', 'B.', 'C.', 'D.', 'E.'].map(claim))).toBe(
      'Part of 5 claims. Awaiting: A. Awaiting: B. Awaiting: C. And 2 more.',
    )
  })

  it.each([
    ['“Crime fell.”', 'Crime fell.', 0, 'Span 1 of 2: “Crime fell.” Awaiting: A.'],
    ['a piece of a sentence', 'Crime fell', 1, 'Span 1 of 2: “Crime fell”. Awaiting: A. It overlaps 1 other span.'],
  ])('says a span that is %s', (_case, exact, overlapping, expected) => {
    expect(spanWords(exact, { number: 1, total: 2 }, claim('A.'), overlapping)).toBe(expected)
  })

  it('says the beginning and the end of a long selection', () => {
    const words = selectionWords(`First ${'word '.repeat(200)}last`)
    expect(words).toMatch(/^Selected, 202 words: First .*… .*last$/)
    expect(words.length).toBeLessThan(400)
  })
})
