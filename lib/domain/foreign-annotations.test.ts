import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ForeignItem } from './foreign-annotation'
import { MAX_ANNOTATIONS, MAX_PASSAGES, readForeignAnnotations } from './foreign-annotations'
import { addressKey } from './foreign-annotations-json'
import { plainComment, shortened } from './foreign-annotations-text'
import { MAX_SPAN_LENGTH } from './selectors'

const quote = { type: 'TextQuoteSelector', exact: 'crime fell', prefix: 'says ', suffix: ' by 40%' }
const target = { source: 'https://news.example/speech', selector: quote }
const annotation = (more: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://notes.example/1',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'Crime fell.', purpose: 'commenting' },
  target,
  ...more,
})

function itemsOf(content: unknown, format: 'auto' | 'w3c' | 'hypothesis' = 'auto'): readonly ForeignItem[] {
  const read = readForeignAnnotations(content, format)
  if (!read.ok) throw new Error(read.problem)
  return read.items
}

function onlyOf(content: unknown): ForeignItem {
  const [item, ...more] = itemsOf(content)
  if (!item || more.length > 0) throw new Error(`${1 + more.length} annotations`)
  return item
}

const crime = { exact: 'crime fell', prefix: 'says ', suffix: ' by 40%', position: null, source: target.source }

describe('W3C annotations', () => {
  it.each<[string, unknown, number]>([
    ['one annotation', annotation(), 1],
    ['an array', [annotation(), annotation({ id: 'urn:x:2' })], 2],
    ['a page', { type: 'AnnotationPage', items: [annotation(), annotation({ id: 'urn:x:2' })] }, 2],
    ['a page with one item', { type: 'AnnotationPage', items: annotation() }, 1],
    [
      'a collection with its first page within',
      {
        type: ['BasicContainer', 'AnnotationCollection'],
        total: 9,
        first: { type: 'AnnotationPage', items: [annotation()] },
      },
      1,
    ],
    ['a graph', { '@graph': [annotation()] }, 1],
    ['pages in an array', [{ type: 'AnnotationPage', items: [annotation()] }], 1],
    ['types with a prefix', annotation({ type: 'oa:Annotation' }), 1],
    ['@id and @type', { '@id': 'urn:x:1', '@type': 'http://www.w3.org/ns/oa#Annotation', target }, 1],
  ])('are read from %s', (_case, content, count) => {
    const items = itemsOf(content)
    expect(items).toHaveLength(count)
    for (const item of items) expect(item).toMatchObject({ kind: 'annotation', passages: [crime] })
  })

  it('keep their address, their words and who wrote them', () => {
    expect(onlyOf(annotation({ creator: { name: 'A reader' } }))).toEqual({
      kind: 'annotation',
      index: 0,
      id: 'https://notes.example/1',
      label: 'Crime fell. (A reader)',
      comment: 'Crime fell.',
      passages: [crime],
    })
  })

  it.each<[string, unknown]>([
    ['one selector', quote],
    ['an array', [{ type: 'FragmentSelector', value: 'p1' }, quote]],
    ['a Choice', { type: 'Choice', items: [{ type: 'CssSelector', value: 'p' }, quote] }],
    ['a refinement of an element', { type: 'XPathSelector', value: '/p[1]', refinedBy: quote }],
    [
      'a refinement of a refinement',
      { type: 'FragmentSelector', refinedBy: { type: 'CssSelector', refinedBy: [quote] } },
    ],
  ])('name a passage by %s', (_case, selector) => {
    expect(onlyOf(annotation({ target: { ...target, selector } }))).toMatchObject({ passages: [crime] })
  })

  it('give words within a quote the rest of the quote as context', () => {
    const selector = { ...quote, refinedBy: { type: 'TextQuoteSelector', exact: 'fell' } }
    expect(onlyOf(annotation({ target: { ...target, selector } }))).toMatchObject({
      passages: [{ exact: 'fell', prefix: 'says crime ', suffix: ' by 40%' }],
    })
  })

  it('keep a position beside the words, not one that counts from somewhere else', () => {
    const position = { type: 'TextPositionSelector', start: 5, end: 15 }
    const passageOf = (selector: unknown) => {
      const item = onlyOf(annotation({ target: { ...target, selector } }))
      return item.kind === 'annotation' ? item.passages[0] : null
    }
    expect(passageOf([quote, position])).toMatchObject({ position: { start: 5, end: 15 } })
    expect(passageOf([{ ...quote, refinedBy: { type: 'TextQuoteSelector', exact: 'fell' } }, position])).toMatchObject({
      position: null,
    })
    for (const odd of [
      { start: -1, end: 4 },
      { start: 5, end: 5 },
      { start: 0.5, end: 4 },
      { start: '5', end: '9' },
      {},
    ]) {
      expect(passageOf([quote, { type: 'TextPositionSelector', ...odd }])).toMatchObject({ position: null })
    }
  })

  it('may have several targets, also as a set', () => {
    expect(onlyOf(annotation({ target: [target, target] }))).toMatchObject({ passages: [crime, crime] })
    const set = { type: 'List', items: [target, 'https://news.example/other'] }
    expect(onlyOf(annotation({ target: set }))).toMatchObject({ passages: [crime, { refused: expect.any(String) }] })
  })

  it.each<[string, object, string]>([
    ['a TextualBody', { body: { value: 'So.' } }, 'So.'],
    ['bodyValue', { body: undefined, bodyValue: 'So.' }, 'So.'],
    ['a string that is no address', { body: 'So it is.' }, 'So it is.'],
    ['not an address', { body: 'https://notes.example/body' }, ''],
    [
      'not a tag, a rating or a link',
      {
        body: [
          { value: 'tag', purpose: 'tagging' },
          { value: 'False', purpose: 'classifying' },
        ],
      },
      '',
    ],
    [
      'the comment before the description',
      {
        body: [
          { value: 'D.', purpose: 'describing' },
          { value: 'C.', purpose: 'commenting' },
        ],
      },
      'C.',
    ],
    [
      'the first comment',
      {
        body: [
          { value: 'One.', purpose: 'commenting' },
          { value: 'Two.', purpose: 'commenting' },
        ],
      },
      'One.',
    ],
    [
      'HTML as text',
      { body: { value: '<p>Rose &amp; <b>fell</b></p><script>x</script>', format: 'text/html' } },
      'Rose & fell x',
    ],
  ])('say what %s says', (_case, more, comment) => {
    expect(onlyOf(annotation(more))).toMatchObject({ comment })
  })

  it.each<[string, object, RegExp]>([
    ['no target', { target: undefined }, /no target/],
    ['a whole page', { target: 'https://news.example/speech' }, /no selector/],
    [
      'a place alone',
      { target: { selector: { type: 'TextPositionSelector', start: 1, end: 4 } } },
      /not which they are/,
    ],
    [
      'an element',
      { target: { selector: { type: 'XPathSelector', value: '/p' } } },
      /XPathSelector.*TextQuoteSelector/,
    ],
    ['a range', { target: { selector: { type: 'RangeSelector' } } }, /RangeSelector/],
    ['CSS', { target: { selector: [{ type: 'CssSelector', value: 'p' }] } }, /CssSelector/],
    ['an area', { target: { selector: { type: 'SvgSelector' } } }, /image/],
    ['a new kind of selector', { target: { selector: { type: 'MoodSelector' } } }, /not known here/],
    ['nothing that is a selector', { target: { selector: ['p', 3, null] } }, /no selector/],
    ['an empty quote', { target: { selector: { ...quote, exact: ' \n' } } }, /empty/],
    ['a quote that is no text', { target: { selector: { ...quote, exact: 42 } } }, /empty/],
    [
      'too long a quote',
      { target: { selector: { ...quote, exact: 'x'.repeat(MAX_SPAN_LENGTH + 1) } } },
      /limit is 5000/,
    ],
    ['too many passages', { target: Array.from({ length: MAX_PASSAGES + 1 }, () => target) }, /at most 20/],
    ['a reply', { motivation: 'oa:replying' }, /reply/],
    [
      'words that the quote lacks',
      { target: { selector: { ...quote, refinedBy: { type: 'TextQuoteSelector', exact: 'rose' } } } },
      /exactly once/,
    ],
    [
      'a place within a quote',
      { target: { selector: { ...quote, refinedBy: { type: 'TextPositionSelector', start: 1, end: 2 } } } },
      /something else than its words/,
    ],
  ])('are refused for %s', (_case, more, reason) => {
    expect(onlyOf(annotation(more))).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) })
  })

  it.each([
    ['javascript:alert(1)'],
    ['//notes.example'],
    ['https://notes.example/a b'],
    ['https://x/\u202e'],
    [7],
    [`urn:${'x'.repeat(2_000)}`],
  ])('have no address in %j', id => {
    expect(onlyOf(annotation({ id }))).toMatchObject({ id: null })
  })

  it('count once', () => {
    const [first, second] = itemsOf([annotation(), annotation()])
    expect(first?.kind).toBe('annotation')
    expect(second).toMatchObject({ kind: 'refused', reason: 'The same annotation is number 1 of this file.' })
  })
})

describe('rows of Hypothesis', () => {
  const row = {
    id: 'aB_-9',
    uri: 'https://news.example/speech',
    text: '**Crime** fell.',
    user: 'acct:reader@hypothes.is',
    target: [{ selector: [{ type: 'RangeSelector' }, quote] }],
  }

  it.each<[string, unknown]>([
    ['a reply of the API', { total: 1, rows: [row] }],
    ['the rows alone', [row]],
    ['one row', row],
  ])('are read from %s', (_case, content) => {
    expect(onlyOf(content)).toEqual({
      kind: 'annotation',
      index: 0,
      id: 'https://hypothes.is/a/aB_-9',
      label: '**Crime** fell. (reader)',
      comment: '**Crime** fell.',
      passages: [crime],
    })
  })

  it.each<[string, object, RegExp]>([
    ['a reply', { references: ['x'] }, /reply/],
    ['a note on the page', { target: [{ source: 'https://news.example/speech' }] }, /quotes no words/],
    ['no target', { target: [] }, /quotes no words/],
    ['a target that is none', { target: 'x' }, /quotes no words/],
    ['a range without words', { target: [{ selector: [{ type: 'RangeSelector' }] }] }, /RangeSelector/],
  ])('are refused for %s', (_case, more, reason) => {
    expect(onlyOf({ rows: [{ ...row, ...more }] })).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(reason),
    })
  })
})

describe('readForeignAnnotations', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 1],
    ['text', 'Annotation'],
    ['an empty object', {}],
    ['another document', { type: 'Note', items: [] }],
    ['a constructor', { type: { constructor: 'Annotation' } }],
    ['arrays of arrays of arrays', [[[[[[[annotation()]]]]]]]],
  ])('knows nothing of %s', (_case, content) => {
    expect(readForeignAnnotations(content, 'auto')).toMatchObject({ ok: false })
  })

  it('refuses nothing and too many', () => {
    expect(readForeignAnnotations({ rows: [] }, 'auto')).toEqual({
      ok: false,
      problem: 'There are no annotations in this.',
    })
    const many = { type: 'AnnotationPage', items: Array.from({ length: MAX_ANNOTATIONS + 1 }, () => annotation()) }
    expect(readForeignAnnotations(many, 'auto')).toMatchObject({ ok: false })
  })

  it('throws at nothing', () => {
    const keys = fc.constantFrom(
      'type',
      '@type',
      'items',
      'rows',
      'uri',
      'target',
      'selector',
      'refinedBy',
      'exact',
      'prefix',
      'body',
      'value',
      'purpose',
      'id',
      'first',
      '@graph',
      'references',
      'user',
      'text',
      'start',
      'end',
      'creator',
      'name',
      'source',
      'motivation',
      'format',
    )
    const words = fc.constantFrom(
      'Annotation',
      'AnnotationPage',
      'AnnotationCollection',
      'TextQuoteSelector',
      'TextPositionSelector',
      'Choice',
      'List',
      'commenting',
      'https://x.example',
      '\ud800',
      '',
      'text/html',
      '&#99999999;<',
    )
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        words,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
      ),
    }))
    fc.assert(
      fc.property(tree, fc.constantFrom('auto', 'w3c', 'hypothesis'), (content, format) => {
        const read = readForeignAnnotations(content, format)
        if (!read.ok) return
        for (const item of read.items) {
          expect(item.label.isWellFormed()).toBe(true)
          if (item.kind === 'annotation') expect(item.passages.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('comments', () => {
  it.each([
    ['a line', 'One\n\n two\u00a0three', '', 'One two three'],
    ['half a character', 'a\ud800b', '', 'a\ufffdb'],
    ['markup that is none', '5 < 6 & 7 > 3', '', '5 < 6 & 7 > 3'],
    ['entities', '&lt;b&gt; &#8364; &nope;', 'text/html; charset=utf-8', '<b> € &nope;'],
    ['an entity that is no character', '&#55296;x', 'text/html', 'x'],
  ])('become plain text: %s', (_case, value, format, expected) => {
    expect(plainComment(value, format)).toBe(expected)
  })

  it('are shortened at a word', () => {
    expect(shortened('one two three', 13)).toBe('one two three')
    expect(shortened('one two three', 12)).toBe('one two…')
    expect(shortened('x'.repeat(20), 10)).toBe(`${'x'.repeat(9)}…`)
    expect(shortened(`${'x'.repeat(8)}😀😀`, 10)).toBe(`${'x'.repeat(8)}…`)
  })
})

describe('addressKey', () => {
  const id = '01a20ba6-43ac-77ae-8666-4b08e768a6c5'
  it.each([
    ['a UUID in capitals', `urn:uuid:${id}`, `URN:uuid:${id.toUpperCase()}`],
    ['a scheme and a host in capitals', 'https://a.example/B', 'HTTPS://A.Example/B'],
    ['a host without a path', 'https://a.example', 'https://a.example/'],
    ['another kind of URN, its name in capitals', 'urn:isbn:X', 'URN:ISBN:X'],
  ])('is the same for %s', (_case, one, other) => {
    expect(addressKey(one)).toBe(addressKey(other))
  })

  it.each([
    ['paths', 'https://a.example/b', 'https://a.example/B'],
    ['URNs', 'urn:example:b', 'urn:example:B'],
  ])('tells %s of other letters apart', (_case, one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other))
  })
})
