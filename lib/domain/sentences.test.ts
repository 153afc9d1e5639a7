import { describe, expect, it } from 'vitest'
import { sentenceAt, wordAt } from './sentences'

function read(text: string, range: { start: number; end: number } | null): string | null {
  return range && text.slice(range.start, range.end)
}

describe('sentenceAt', () => {
  const prose = 'It fell. By 4.2 million!  “Really?” he asked.\nNext line'

  it.each([
    ['at its first letter', 0, 'It fell.'],
    ['in the space after it', 8, 'It fell.'],
    ['over a decimal point', 14, 'By 4.2 million!'],
    ['through a quoted question', 30, '“Really?” he asked.'],
    ['at the end of the block', 45, '“Really?” he asked.'],
    ['in the next block, not across', 46, 'Next line'],
    ['at the end of the text', prose.length, 'Next line'],
  ])('%s', (_case, offset, sentence) => {
    expect(read(prose, sentenceAt(prose, offset, 'en'))).toBe(sentence)
  })

  it.each([
    ['a title', 'One. Mr. Smith went home. Two.', 9, 'en', 'Mr. Smith went home.'],
    ['from its second half', 'One. Mr. Smith went home. Two.', 16, 'en', 'Mr. Smith went home.'],
    ['initials', 'One. The U.S. Congress (A. B. Smith) met. Two.', 30, 'en', 'The U.S. Congress (A. B. Smith) met.'],
    ['Chinese', '失业率下降。政府宣布了。', 7, 'zh', '政府宣布了。'],
    ['Arabic question', 'هل انخفضت؟ نعم.', 2, 'ar', 'هل انخفضت؟'],
    ['Hindi danda', 'दर घटी। फिर बढ़ी।', 10, 'hi', 'फिर बढ़ी।'],
    ['a language tag no one knows', 'One. Two.', 6, 'not a tag', 'Two.'],
  ])('%s', (_case, text, offset, locale, sentence) => {
    expect(read(text, sentenceAt(text, offset, locale))).toBe(sentence)
  })

  it.each([
    ['a blank block', 'a\n \u00a0\nb', 3],
    ['an empty text', '', 0],
    ['before the text', 'a', -1],
    ['after it', 'a', 2],
  ])('null in %s', (_case, text, offset) => {
    expect(sentenceAt(text, offset, 'en')).toBeNull()
    expect(wordAt(text, offset, 'en')).toBeNull()
  })

  it('reaches no further than a span may, in no time', () => {
    const endless = 'word '.repeat(300_000)
    const before = performance.now()
    const sentence = sentenceAt(endless, 700_000, 'en')
    wordAt('-'.repeat(1_000_000), 500_000, 'en')
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(sentence && sentence.start < 700_000 && sentence.end > 700_000).toBe(true)
  })
})

describe('wordAt', () => {
  it.each([
    ['inside', "He didn't say", 5, 'en', "didn't"],
    ['between words: the next', 'one — two', 4, 'en', 'two'],
    ['after the last: the last', 'one two…', 8, 'en', 'two'],
    ['not in the next block', 'one!\ntwo', 4, 'en', 'one'],
    ['Thai, by dictionary', 'แมวกินปลา', 4, 'th', 'กิน'],
    ['Chinese, by dictionary', '失业率下降', 4, 'zh', '下降'],
    ['Hebrew', 'אמר שלום', 5, 'he', 'שלום'],
    ['with combining marks', 'un cafe\u0301 noir', 5, 'fr', 'cafe\u0301'],
    ['a number', 'rose 4.2 points', 6, 'en', '4.2'],
  ])('%s', (_case, text, offset, locale, word) => {
    expect(read(text, wordAt(text, offset, locale))).toBe(word)
  })

  it('finds none where there are only signs', () => {
    expect(wordAt('—…', 1, 'en')).toBeNull()
  })
})
