import { describe, expect, it } from 'vitest'
import { type MarkedClaim, type PageNode, paragraphsOf } from './passages'

/** `[1 …]` is a mark of claim 1 where it begins, `[1~ …]` where it goes on; `#1` is its number, `#1.2` that of its second passage. */
function drawn(nodes: readonly PageNode[]): string {
  return nodes
    .map(node => {
      if (node.kind === 'mark') return `[${node.passage.claim}${node.isStart ? '' : '~'} ${drawn(node.children)}]`
      const numbers = node.closes.map(({ claim, place }) => `#${claim}${place > 1 ? `.${place}` : ''}`)
      return node.text + numbers.join('')
    })
    .join('')
}

function claim(number: number, text: string, ...quotes: string[]): MarkedClaim {
  const targets = quotes.map(quote => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
  return { number, targets }
}

function page(text: string, ...quotes: (string | string[])[]): string[] {
  const claims = quotes.map((quote, index) => claim(index + 1, text, ...[quote].flat()))
  return paragraphsOf(text, claims).map(
    ({ nodes, checks }) => drawn(nodes) + (checks.length > 0 ? ` → ${checks.join(', ')}` : ''),
  )
}

describe('paragraphsOf', () => {
  const text = 'one two three four five'
  it.each([
    ['no claim', page(text), [text]],
    ['one passage', page(text, 'two three'), ['one [1 two three#1] four five → 1']],
    [
      'a nested passage closes before the one around it',
      page(text, 'two three four', 'three'),
      ['one [1 two [2 three#2] four#1] five → 1, 2'],
    ],
    [
      'of two that overlap the later is cut, and each number stands where its passage ends',
      page(text, 'two three', 'three four'),
      ['one [1 two [2 three#1]][2~  four#2] five → 1, 2'],
    ],
    [
      'two that end together show both numbers, the inner first',
      page(text, 'two three', 'three'),
      ['one [1 two [2 three#2#1]] four five → 1, 2'],
    ],
    ['two claims on the same words', page(text, 'three', 'three'), ['one two [1 [2 three#2#1]] four five → 1, 2']],
    [
      'several passages of one claim are numbered in text order, and its check follows the first',
      page('one two\nthree four', ['four', 'two']),
      ['one [1 two#1] → 1', 'three [1 four#1.2]'],
    ],
    [
      'a passage over paragraphs is cut at their ends and numbered at its own',
      page('one two\n\nthree\nfour five', 'two\n\nthree\nfour'),
      ['one [1 two]', '[1~ three]', '[1~ four#1] five → 1'],
    ],
    [
      'white space at a passage’s ends is left unmarked, so its number never falls into a blank line',
      page('one two\n\nthree', ' two\n\n'),
      ['one [1 two#1] → 1', 'three'],
    ],
    ['blank lines are left out', page('\n \none\n\n'), ['one']],
  ])('%s', (_case, actual, expected) => {
    expect(actual).toEqual(expected)
  })

  it('loses no character of the statement, whatever overlaps', () => {
    const words = Array.from({ length: 40 }, (_, index) => `w${index}`)
    const statement = words.map((word, index) => word + (index % 7 === 6 ? '\n' : ' ')).join('')
    const claims = words.map((_, index) => ({
      number: index + 1,
      targets: [
        {
          start: (index * 13) % statement.length,
          end: Math.min(statement.length, ((index * 13) % statement.length) + index * 3),
        },
      ],
    }))
    const plain = (nodes: readonly PageNode[]): string =>
      nodes.map(node => (node.kind === 'mark' ? plain(node.children) : node.text)).join('')
    const paragraphs = paragraphsOf(statement, claims)
    expect(paragraphs.map(({ nodes }) => plain(nodes))).toEqual(
      statement.split('\n').filter(line => line.trim() !== ''),
    )
    const marked = claims.filter(({ targets }) =>
      targets.some(({ start, end }) => statement.slice(start, end).trim() !== ''),
    )
    expect(paragraphs.flatMap(({ checks }) => checks).sort((a, b) => a - b)).toEqual(marked.map(({ number }) => number))
  })
})
