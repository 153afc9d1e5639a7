import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { element } from '@/lib/domain/xml-tree'
import { writeXml } from './xml'

const SPACE = 'urn:example'

function read(xml: string) {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml')
}

describe('writeXml', () => {
  it.each([
    ['markup', '<script>&amp;</script> ]]> "quoted" \'so\''],
    ['characters beyond the first plane', '😀 𝒜 \u{10ffff}'],
    ['bidi controls and combining marks', '\u202eabc\u202c e\u0301'],
    ['white space', '  two\tspaces\nand a line '],
  ])('gives %s back as it was', (_case, text) => {
    const root = read(writeXml(element('root', { xmlns: SPACE }, text))).documentElement
    expect([root?.textContent, root?.namespaceURI]).toEqual([text, SPACE])
  })

  it('gives attributes back as they were, and keeps xml: for XML itself', () => {
    const root = read(writeXml(element('root', { xmlns: SPACE, 'xml:id': 'a', n: '<&">\n\t' }))).documentElement
    expect(root?.getAttribute('n')).toBe('<&">\n\t')
    expect(root?.getAttributeNS('http://www.w3.org/XML/1998/namespace', 'id')).toBe('a')
  })

  it('puts one U+FFFD for each character that XML cannot hold', () => {
    const root = read(writeXml(element('root', { xmlns: SPACE }, 'a\u0001b\u000cc\ufffed\u001b'))).documentElement
    expect(root?.textContent).toBe('a\ufffdb\ufffdc\ufffdd\ufffd')
  })

  it('refuses a name that is none', () => {
    expect(() => writeXml(element('root', { xmlns: SPACE }, element('a b', {})))).toThrow()
  })

  it('writes ten thousand elements in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => element('p', { 'xml:id': `p${index}` }, `Line ${index}`))
    const began = performance.now()
    expect(writeXml(element('root', { xmlns: SPACE }, ...many)).length).toBeGreaterThan(300_000)
    expect(performance.now() - began).toBeLessThan(10_000)
  }, 60_000)
})
