import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, documentFromText, type TiptapBlock, type TiptapDocument } from './canonical-text'
import { countWords } from './count-words'

const demo = readFileSync(new URL('../../prisma/demo/statement.txt', import.meta.url), 'utf8')

const lines = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\t',
    '\u00a0',
    '\u00ad',
    '\u2028',
    'e\u0301',
    '👩‍🔬',
    '🇰🇿',
    '각',
    '\u202bשלום\u202c',
    '統',
    '\ufeff',
  ),
})
const canonicalTexts = fc.array(lines).map(parts => parts.join('\n').replace(/\n+$/, ''))

function doc(...content: TiptapBlock[]): TiptapDocument {
  return { type: 'doc', content }
}
function p(...parts: (string | null)[]): TiptapBlock {
  return {
    type: 'paragraph',
    content: parts.map(part => (part === null ? { type: 'hardBreak' } : { type: 'text', text: part })),
  }
}

describe('canonicalText', () => {
  it.each([
    ['blocks are lines', doc(p('one'), p('two')), 'one\ntwo'],
    [
      'a heading is a line like any other',
      doc({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'T' }] }, p('x')),
      'T\nx',
    ],
    ['an empty block is an empty line', doc(p('a'), { type: 'paragraph' }, p('b')), 'a\n\nb'],
    ['a hard break is a line feed', doc(p('one', null, 'two'), p('three')), 'one\ntwo\nthree'],
    ['split text nodes join', doc(p('a', 'b')), 'ab'],
    ['nothing trails', doc(p('a', null), p(), p(null)), 'a'],
    ['an empty document is the empty text', doc(), ''],
  ])('%s', (_case, document, text) => {
    expect(canonicalText(document)).toBe(text)
  })

  it('gives back the text a document was made from', () => {
    fc.assert(
      fc.property(canonicalTexts, text => {
        expect(canonicalText(documentFromText(text))).toBe(text)
      }),
    )
    expect(canonicalText(documentFromText(demo.trimEnd()))).toBe(demo.trimEnd())
  })

  it('makes an empty line an empty paragraph, without the empty text node ProseMirror refuses', () => {
    expect(documentFromText('a\n\nb').content).toEqual([p('a'), { type: 'paragraph' }, p('b')])
  })
})

describe('countWords', () => {
  it.each([
    ['nothing', '', 0],
    ['words between any whitespace', 'one two\tthree\nfour\u00a0five', 5],
    ['punctuation alone is no word', 'yes — no … • 1', 3],
    ['what holds together is one', "didn't re-elect 4.2 U.S. 40%", 5],
    ['each Chinese character', '失业率下降4.2%', 6],
    ['each kana', 'これはペンです', 7],
    ['Hangul between spaces', '대한민국 정부는', 2],
    ['Arabic and Hebrew with bidi controls', '\u202bقالت الحكومة\u202c שלום', 3],
    ['combining marks and emoji', 'e\u0301te\u0301 👩‍🔬 ok', 2],
    ['Thai by dictionary', 'แมวกินปลา', 3],
  ])('%s', (_case, text, words) => {
    expect(countWords(text)).toBe(words)
  })

  it('counts the demo statement as wc does, but for its two "==="', () => {
    expect(countWords(demo)).toBe(763)
  })
})
