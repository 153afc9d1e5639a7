import { describe, expect, it } from 'vitest'
import { linesOf, spaceWords } from './diff-lines'
import type { DiffPiece } from './diff-rows'

const same = (text: string): DiffPiece => ({ kind: 'same', text })
const removed = (text: string): DiffPiece => ({ kind: 'removed', text })
const added = (text: string): DiffPiece => ({ kind: 'added', text })
const said = (pieces: DiffPiece[], side: 'was' | 'now' | 'both') =>
  linesOf(pieces, side).map(line =>
    line.map(({ kind, text }) => `${{ same: '', removed: '-', added: '+' }[kind]}${text}`),
  )

describe('linesOf', () => {
  it.each([
    ['a word replaced, as it was', [same('It is '), removed('4.2'), added('42')], 'was', [['It is ', '-4.2']]],
    ['a word replaced, as it is', [same('It is '), removed('4.2'), added('42')], 'now', [['It is ', '+42']]],
    ['a word replaced, in one', [same('It is '), removed('4.2'), added('42')], 'both', [['It is ', '-4.2', '+42']]],
    ['a paragraph split', [same('one'), removed(' '), added('\n'), same('two')], 'now', [['one', '+¶'], ['two']]],
    [
      'a paragraph split, as it was',
      [same('one'), removed(' '), added('\n'), same('two')],
      'was',
      [['one', '- ', 'two']],
    ],
    [
      'two paragraphs joined, in one',
      [same('one'), removed('\n'), added(' '), same('two')],
      'both',
      [['one', '-¶', '+ ', 'two']],
    ],
    ['whole new paragraphs', [added('one\ntwo')], 'both', [['+one'], ['+two']]],
    ['nothing on this side', [added('one')], 'was', []],
  ] as const)('reads %s', (_case, pieces, side, lines) => {
    expect(said([...pieces], side)).toEqual(lines)
  })
})

describe('spaceWords', () => {
  it.each([
    [' ', 'space'],
    ['\u00a0', 'no-break space'],
    ['\u00ad', 'soft hyphen'],
    ['\u200d', 'invisible character'],
    ['word', null],
  ])('names %j', (text, words) => {
    expect(spaceWords(text)).toBe(words)
  })
})
