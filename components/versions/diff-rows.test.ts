import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts, type DiffRow } from './diff-rows'

const paragraphs = (count: number, name = 'p') => Array.from({ length: count }, (_, at) => `${name}${at} says this.`)
const shape = ({ rows }: { rows: DiffRow[] }) =>
  rows.map(row =>
    row.kind === 'changed'
      ? row.pieces.map(({ kind, text }) => `${{ same: '', removed: '-', added: '+' }[kind]}${text}`).join('|')
      : row.text === null
        ? `… ${row.paragraphs}`
        : row.text,
  )

describe('compareTexts', () => {
  it('has no changes where there are none', () => {
    expect(compareTexts('a\nb', 'a\nb').changes).toBe(0)
    expect(compareTexts('', '').rows).toEqual([])
  })

  it('folds what is far from a change and keeps the paragraph next to it', () => {
    const lines = paragraphs(9)
    const comparison = compareTexts(lines.join('\n'), lines.with(4, 'p4 says that.').join('\n'))
    expect(comparison.changes).toBe(1)
    expect(shape(comparison)).toEqual(['… 3', 'p3 says this.', 'p4 says |-this|+that|.', 'p5 says this.', '… 3'])
  })

  it('does not draw a neighbour into a paragraph that came or went', () => {
    expect(shape(compareTexts('one\nthree', 'one\ntwo\nthree'))).toEqual(['one', '+two', 'three'])
    expect(shape(compareTexts('one\ntwo\nthree', 'one\nthree'))).toEqual(['one', '-two', 'three'])
    expect(shape(compareTexts('one', 'one\ntwo'))).toEqual(['one', '+two'])
    expect(shape(compareTexts('two', 'one\ntwo'))).toEqual(['+one', 'two'])
  })

  it('shows a paragraph split in two as one place', () => {
    expect(shape(compareTexts('x\none two\ny', 'x\none\ntwo\ny'))).toEqual(['x', 'one|- |+\n|two', 'y'])
  })

  it('holds both texts, whatever was changed', () => {
    const line = fc.constantFrom('a b c', 'a x c', 'b c', 'The end.', 'q', 'a b', '')
    const text = fc.array(line, { maxLength: 12 }).map(lines => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { rows } = compareTexts(from, to)
        const said = (hidden: string) =>
          rows.flatMap(row =>
            row.kind === 'changed'
              ? row.pieces
                  .filter(({ kind }) => kind !== hidden)
                  .map(piece => piece.text)
                  .join('')
              : (row.text ?? to.slice(row.range.start, row.range.end)),
          )
        const words = (parts: string[]) => parts.join('\n').split('\n').filter(Boolean)
        expect(words(said('added'))).toEqual(words([from]))
        expect(words(said('removed'))).toEqual(words([to]))
        const folded = rows.filter(row => row.kind === 'same')
        for (const { paragraphs, range } of folded)
          expect(words([to.slice(range.start, range.end)])).toHaveLength(paragraphs)
      }),
      { numRuns: 500 },
    )
  })
})
