import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, blockAt, blocksOf, blocksOfDocument } from './blocks'
import { canonicalText, documentFromText, type TiptapDocument } from './canonical-text'
import { importText } from './import-text'

const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\n', '👍', '\u00a0') })

describe('blocksOf', () => {
  it('cuts at every line feed, which stays outside', () => {
    expect(blocksOf('one\n\n👍 x')).toEqual<Block[]>([
      { index: 0, number: 1, start: 0, end: 3, text: 'one' },
      { index: 1, number: 1, start: 4, end: 4, text: '' },
      { index: 2, number: 2, start: 5, end: 9, text: '👍 x' },
    ])
  })

  it('is the text when joined, each block lying where it says', () => {
    fc.assert(
      fc.property(texts, text => {
        const blocks = blocksOf(text)
        expect(blocks.map(block => block.text).join('\n')).toBe(text)
        for (const block of blocks) expect(text.slice(block.start, block.end)).toBe(block.text)
      }),
    )
  })
})

describe('blocksOfDocument', () => {
  it('agrees with the lines of an imported text', () => {
    fc.assert(
      fc.property(texts, raw => {
        const result = importText(raw)
        fc.pre(result.ok)
        if (result.ok) expect(blocksOfDocument(result.document)).toEqual(blocksOf(result.text))
      }),
    )
  })

  it('keeps a block with hard breaks whole and leaves out what canonical text leaves out at the end', () => {
    const hardBreak = { type: 'hardBreak' } as const
    const document: TiptapDocument = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'a' }, hardBreak, { type: 'text', text: 'b' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'c' }, hardBreak] },
        { type: 'paragraph', content: [hardBreak] },
        { type: 'paragraph' },
      ],
    }
    expect(blocksOfDocument(document).map(block => block.text)).toEqual(['a\nb', 'c'])
    expect(blocksOfDocument(document).at(-1)?.end).toBe(canonicalText(document).length)
    expect(blocksOfDocument(documentFromText(''))).toEqual(blocksOf(''))
  })
})

describe('blockAt', () => {
  it.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [5, 2],
    [9, 2],
    [-1, undefined],
    [10, undefined],
  ])('offset %i is in block %s', (offset, index) => {
    expect(blockAt(blocksOf('one\n\n👍 x'), offset)?.index).toBe(index)
  })

  it('finds what a scan finds', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: -2, max: 30 }), (text, offset) => {
        const blocks = blocksOf(text)
        expect(blockAt(blocks, offset)).toBe(blocks.find(block => block.start <= offset && offset <= block.end))
      }),
    )
  })
})

describe('the number of a block', () => {
  it('counts paragraphs as a reader does, blank ones not', () => {
    const blocks = blocksOf('\none\n \n\u00a0\ntwo')
    expect([0, 1, 5, 9].map(offset => blockAt(blocks, offset)?.number)).toEqual([0, 1, 1, 2])
  })

  it.each([
    ['the false impression that', 1],
    ['seizure of the Almaty airport', 23],
    ['The peacekeeping troops are not involved', 32],
  ])('finds "%s" of the demo in paragraph %i', (quote, number) => {
    const demo = readFileSync(new URL('../../prisma/demo/statement.txt', import.meta.url), 'utf8')
    expect(blockAt(blocksOf(demo), demo.indexOf(quote))?.number).toBe(number)
  })
})
