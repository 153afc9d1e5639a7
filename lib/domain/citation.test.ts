import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  citationProblems,
  type SourcedVerdict,
  singlePublisherVerdicts,
  unsourcedSentences,
} from '@/lib/domain/citation'
import { DEFAULT_SCALE } from '@/lib/domain/scale'

describe('citationProblems', () => {
  it.each([
    ['an on-scale rating without a source', 'FALSE', 0, 1],
    ['an on-scale rating with one', 'FALSE', 1, 0],
    ['a rating off the scale without one', 'OPINION', 0, 0],
  ])('%s', (_case, rating, citations, problems) => {
    expect(citationProblems(rating, citations, DEFAULT_SCALE)).toHaveLength(problems)
  })

  it('refuses a rating the scale does not have', () => {
    expect(() => citationProblems('HALF_TRUE', 1, DEFAULT_SCALE)).toThrow(RangeError)
  })
})

describe('singlePublisherVerdicts', () => {
  const verdict = (rating: string, ...citations: [string, string | null, string?][]): SourcedVerdict => ({
    id: 'v',
    rating,
    citations: citations.map(([sourceId, publisher, url]) => ({ sourceId, publisher, url: url ?? null })),
  })

  it.each<[string, SourcedVerdict, boolean]>([
    ['two publishers', verdict('TRUE', ['a', 'TASS'], ['b', 'Interfax']), false],
    ['one source', verdict('TRUE', ['a', 'TASS']), true],
    ['two sources of one publisher', verdict('TRUE', ['a', 'TASS'], ['b', 'TASS']), true],
    ['one publisher spelled twice', verdict('TRUE', ['a', 'Human Rights Watch'], ['b', ' human  rights watch ']), true],
    ['one source cited twice', verdict('TRUE', ['a', 'TASS'], ['a', 'TASS']), true],
    ['no source where the rating asks for one', verdict('TRUE'), true],
    ['no source, where the rating asks for none', verdict('OPINION'), true],
    ['one source where it asks for none', verdict('MISSING_CONTEXT', ['a', 'TASS']), true],
    [
      'two hosts without a publisher',
      verdict('TRUE', ['a', null, 'https://a.example/x'], ['b', null, 'https://b.example/x']),
      false,
    ],
    [
      'one host without a publisher',
      verdict('TRUE', ['a', null, 'https://www.a.example/x'], ['b', '', 'https://a.example/y']),
      true,
    ],
    [
      'one site under two names',
      verdict('TRUE', ['a', null, 'https://news.a.example/x'], ['b', null, 'https://www.a.example./y']),
      true,
    ],
    [
      'two sites under one country’s second level',
      verdict('TRUE', ['a', null, 'https://one.co.uk/x'], ['b', null, 'https://two.co.uk/y']),
      false,
    ],
    ['one publisher in other letters', verdict('TRUE', ['a', 'TASS'], ['b', 'ＴＡＳＳ']), true],
    [
      'a publisher that is called like a site',
      verdict('TRUE', ['a', 'a.example'], ['b', null, 'https://a.example']),
      false,
    ],
    ['two that name neither', verdict('TRUE', ['a', null], ['b', null, 'not a url']), true],
    ['one that names neither beside a publisher', verdict('TRUE', ['a', null], ['b', 'TASS']), false],
  ])('%s', (_case, verdict, isFlagged) => {
    expect(singlePublisherVerdicts([verdict])).toEqual(isFlagged ? ['v'] : [])
  })
})

describe('unsourcedSentences', () => {
  it.each<[string, string, string[]]>([
    ['nothing written', ' \n ', []],
    ['every sentence sourced', 'It rose [1]. It fell [2, 3].', []],
    ['a range of sources', 'It rose [1–3].', []],
    ['one sentence without', 'It rose [1]. It fell.', ['It fell.']],
    ['a marker after the full stop belongs to the sentence before', 'It rose. [1] It fell.', ['It fell.']],
    ['and so at the very end', 'It rose.[1]\nIt fell. [2]', []],
    ['a marker at the very start stands with what follows', '[1] It rose. It fell.', ['It fell.']],
    ['several markers after a full stop', 'It rose. [1] [2] It fell.', ['It fell.']],
    ['a marker that opens a paragraph', 'It rose.\n[1] It fell.', ['It rose.']],
    ['a word in brackets is no marker', 'It rose [sic].', ['It rose [sic].']],
    ['a paragraph without a full stop', 'It rose\n\nIt fell [1]', ['It rose']],
    ['a decimal point ends no sentence', 'It is 3.5 per cent [1].', []],
    ['a title ends no sentence', 'Mr. Smith of the U.S. Congress said so [1].', []],
    ['nor does a question within one', '“Really?” he asked [1]. He left.', ['He left.']],
    ['punctuation alone says nothing', 'It rose [1]. …', []],
  ])('%s', (_case, explanation, expected) => {
    expect(unsourcedSentences(explanation)).toEqual(expected)
  })

  it('knows how other languages end a sentence', () => {
    expect(unsourcedSentences('価格は上がった[1]。政府は辞任した。', 'ja')).toEqual(['政府は辞任した。'])
  })

  it('finds each sentence as it stands, once, in order, whatever is written', () => {
    const piece = fc.constantFrom('It rose', 'Mr. Smith', '3.5', ' ', '. ', '? ', '\n', '[1]', '[2–3]', '。', '…', '🚢')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const explanation = pieces.join('')
        let from = 0
        for (const sentence of unsourcedSentences(explanation)) {
          const at = explanation.indexOf(sentence, from)
          expect(at).toBeGreaterThanOrEqual(from)
          expect(sentence).not.toMatch(/\[\d/)
          expect(sentence).not.toContain('\n')
          from = at + sentence.length
        }
      }),
    )
  })
})
