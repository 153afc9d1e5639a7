import { describe, expect, it } from 'vitest'
import { askingAt, mentionIdsIn, mentionParts, peopleLike, withMention } from './mentions'

const named = (name: string, id = name) => ({ id, name })
const [birch, birchTree, jose, maple] = [named('Birch'), named('Birch Tree'), named('José Oak'), named('Maple')]
const desk = [maple, birchTree, birch, jose]

describe('askingAt', () => {
  it.each<[string, string, ReturnType<typeof askingAt>]>([
    ['nothing asked', 'Which register?', null],
    ['an @ alone', '@', { from: 0, query: '' }],
    ['an @ and a beginning', 'Ask @bi', { from: 4, query: 'bi' }],
    ['a name of two words', 'Ask @Birch Tr', { from: 4, query: 'Birch Tr' }],
    ['in brackets', '(@ma', { from: 1, query: 'ma' }],
    ['an address of e-mail', 'mail birch@desk', null],
    ['an @ and a space', 'at @ noon', null],
    ['on the line before', '@bi\nand', null],
    ['the last of two', '@Birch and @ma', { from: 11, query: 'ma' }],
    ['far back', `@${'x'.repeat(41)}`, null],
  ])('%s', (_case, text, expected) => {
    expect(askingAt(text, text.length)).toEqual(expected)
  })

  it('looks at what stands before the caret alone', () => {
    expect(askingAt('Ask @bi and go', 7)).toEqual({ from: 4, query: 'bi' })
    expect(askingAt('Ask @bi and go', 4)).toBeNull()
  })
})

describe('peopleLike', () => {
  it.each<[string, string, string[]]>([
    ['everyone, by name', '', ['Birch', 'Birch Tree', 'José Oak', 'Maple']],
    ['by the beginning, whatever its case', 'BIRCH', ['Birch', 'Birch Tree']],
    ['on into the second word', 'birch t', ['Birch Tree']],
    ['by a later word', 'oak', ['José Oak']],
    ['without accents', 'jose', ['José Oak']],
    ['not by the middle of a word', 'irc', []],
    ['no one once the sentence goes on', 'Birch said', []],
  ])('finds %s', (_case, query, expected) => {
    expect(peopleLike(desk, query).map(({ name }) => name)).toEqual(expected)
  })
})

describe('withMention', () => {
  it.each([
    ['at the end', 'Ask @bi', 7, 'Ask @Birch ', 11],
    ['before more text', 'Ask @bi now', 7, 'Ask @Birch now', 11],
    ['before punctuation', '@bi?', 3, '@Birch?', 6],
  ])('%s', (_case, text, caret, expected, next) => {
    const asking = askingAt(text, caret)
    expect(asking && withMention(text, asking, birch)).toEqual({ text: expected, caret: next })
  })
})

describe('mentionParts', () => {
  const shown = (text: string) => mentionParts(text, desk).map(part => (part.person ? `<${part.text}>` : part.text))
  it.each([
    ['plain text', 'Nobody here.', ['Nobody here.']],
    ['a name', 'Is it so, @Maple?', ['Is it so, ', '<@Maple>', '?']],
    ['the longer of two names', '@Birch Tree and @Birch', ['<@Birch Tree>', ' and ', '<@Birch>']],
    ['a possessive', '@Maple’s log', ['<@Maple>', '’s log']],
    ['not the beginning of another word', '@Maples and @Birch2', ['@Maples and @Birch2']],
    ['a name alone', '@Maple', ['<@Maple>']],
    ['nothing', '', []],
  ])('tells apart %s', (_case, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

describe('mentionIdsIn', () => {
  it.each<[string, string, ReturnType<typeof named>[], string[]]>([
    ['who was chosen and is named', 'Ask @Birch', [birch], ['Birch']],
    ['not who was chosen and crossed out again', 'Ask someone', [birch], []],
    ['who is named in full without having been chosen', 'Ask @Maple', [], ['Maple']],
    ['once, however often named', '@Maple, @Maple', [maple], ['Maple']],
    ['not the shorter of two names', '@Birch Tree', [], ['Birch Tree']],
    ['the chosen one of two with one name', '@Ash', [named('Ash', 'first')], ['first']],
    ['none of two with one name where nobody chose', '@Ash', [], []],
    ['also who was chosen before they left', '@Elm', [named('Elm')], ['Elm']],
  ])('%s', (_case, text, chosen, expected) => {
    expect(mentionIdsIn(text, chosen, [...desk, named('Ash', 'first'), named('Ash', 'second')])).toEqual(expected)
  })
})
