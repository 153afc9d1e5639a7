import { getSchema } from '@tiptap/core'
import Document from '@tiptap/extension-document'
import HardBreak from '@tiptap/extension-hard-break'
import Heading from '@tiptap/extension-heading'
import Paragraph from '@tiptap/extension-paragraph'
import Text from '@tiptap/extension-text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, documentFromText, type TiptapDocument } from '@/lib/domain/canonical-text'
import { decorate } from './highlight-decorations'
import type { HighlightSpan } from './highlight-segments'

const schema = getSchema([Document, Paragraph, Text, Heading.configure({ levels: [2] }), HardBreak])

/** Each decoration as its text and attributes, in document order. */
function drawn(
  tiptap: TiptapDocument,
  spans: HighlightSpan[],
  selected: string[] = [],
  draft: { start: number; end: number } | null = null,
  within = { start: 0, end: 1_000_000 },
) {
  const document = schema.nodeFromJSON(tiptap)
  return decorate(document, { within, spans, selectedIds: new Set(selected), draft })
    .find()
    .sort((one, other) => one.from - other.from)
    .map(decoration => ({
      text: document.textBetween(decoration.from, decoration.to, '¶', '\n'),
      // Where ProseMirror keeps them; its types do not say.
      attrs: (decoration as unknown as { type: { attrs: Record<string, string> } }).type.attrs,
    }))
}

describe('decorate', () => {
  const overlapping: HighlightSpan[] = [
    { id: 'outer', start: 2, end: 9, tone: 'true' },
    { id: 'inner', start: 4, end: 6, tone: 'none' },
  ]

  it('names the spans and the tone of every stretch', () => {
    expect(drawn(documentFromText('ab\ncdefghi'), overlapping)).toEqual([
      { text: 'c', attrs: { nodeName: 'span', class: 'hl', 'data-r': 'true', 'data-ids': 'outer' } },
      {
        text: 'de',
        attrs: { nodeName: 'span', class: 'hl', 'data-r': 'none', 'data-ids': 'outer inner', 'data-overlap': '' },
      },
      { text: 'fgh', attrs: { nodeName: 'span', class: 'hl', 'data-r': 'true', 'data-ids': 'outer' } },
    ])
  })

  it('gives the selected span its edges where it begins and ends', () => {
    const classes = drawn(documentFromText('abcdefghij'), overlapping, ['outer']).map(({ text, attrs }) => [
      text,
      attrs.class,
    ])
    expect(classes).toEqual([
      ['cd', 'hl is-selected is-first'],
      ['ef', 'hl is-selected'],
      ['ghi', 'hl is-selected is-last'],
    ])
  })

  it('marks the draft through line breaks and emoji', () => {
    const document: TiptapDocument = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'T👍' }] },
        { type: 'paragraph' },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'two' }],
        },
      ],
    }
    const text = canonicalText(document)
    const draft = { start: text.indexOf('👍'), end: text.indexOf('wo') }
    expect(drawn(document, [], [], draft)).toEqual([
      { text: '👍', attrs: { class: 'hl-draft' } },
      { text: 'one\nt', attrs: { class: 'hl-draft' } },
    ])
  })

  it('draws nothing beyond the part it is asked for, and cuts what crosses its edge', () => {
    const text = 'ab\ncdefghi\njk'
    expect(drawn(documentFromText(text), overlapping, [], null, { start: 3, end: 5 }).map(({ text }) => text)).toEqual([
      'c',
      'd',
    ])
    expect(drawn(documentFromText(text), overlapping, [], null, { start: 11, end: 13 })).toEqual([])
  })

  it('covers exactly the text of each span, line feeds aside', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '👍', 'e\u0301'), minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), { maxLength: 6 }),
        (text, pairs) => {
          const spans = pairs.map(
            ([start, length], at): HighlightSpan => ({ id: `s${at}`, start, end: start + length, tone: 'mixed' }),
          )
          const found = drawn(documentFromText(text), spans)
          for (const { id, start, end } of spans) {
            const covered = found.filter(({ attrs }) => attrs['data-ids']?.split(' ').includes(id))
            expect(covered.map(stretch => stretch.text).join('')).toBe(text.slice(start, end).replaceAll('\n', ''))
          }
        },
      ),
    )
  })
})
