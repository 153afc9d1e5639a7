import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from './canonical-text'
import { importText, MAX_CHARACTERS, MAX_LINES, MAX_WORDS } from './import-text'

const lines = fc.string({
  unit: fc.constantFrom('a', ' ', '\t', '\u00a0', '\u2028', 'e\u0301', '👩‍🔬', '統', '\ufeff'),
})

function imported(raw: string) {
  const result = importText(raw)
  if (!result.ok) throw new Error(result.problem.message)
  return result
}
function problem(raw: string) {
  const result = importText(raw)
  if (result.ok) throw new Error('was imported')
  return result.problem
}

describe('importText', () => {
  it.each([
    ['CRLF', 'a\r\nb\r\n\r\nc', 'a\nb\n\nc'],
    ['lone CR', 'a\rb', 'a\nb'],
    ['all three mixed', 'a\n\rb\r\r\nc', 'a\n\nb\n\nc'],
    ['a byte order mark', '\ufeffa', 'a'],
    ['only the first of two byte order marks', '\ufeff\ufeffa', '\ufeffa'],
    ['line feeds at the end', 'a\n\n\r\n', 'a'],
    [
      'everything else byte for byte',
      '\n \ta\u00a0\u00ad b \u2028\fe\u0301 \u202b\u200d',
      '\n \ta\u00a0\u00ad b \u2028\fe\u0301 \u202b\u200d',
    ],
  ])('normalises %s', (_case, raw, text) => {
    expect(imported(raw).text).toBe(text)
  })

  it('changes nothing on a second pass, and the document says the same as the text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.constantFrom('\r', '\r\n', '\n', 'x'))), parts => {
        const result = importText(parts.join(''))
        fc.pre(result.ok)
        if (!result.ok) return
        expect(canonicalText(result.document)).toBe(result.text)
        // A second byte order mark is text by then.
        if (!result.text.startsWith('\ufeff')) expect(imported(result.text)).toEqual(result)
      }),
    )
  })

  it.each([
    ['NUL', 'one\r\ntwo 👍\0', { code: 'NUL', line: 2, column: 6 }],
    ['a lone high surrogate', 'a\rb\n\ud83dc', { code: 'LONE_SURROGATE', line: 3, column: 1 }],
    ['a lone low surrogate', '👍\udc4d', { code: 'LONE_SURROGATE', line: 1, column: 2 }],
    ['a surrogate pair the wrong way round', '\udc4d\ud83d', { code: 'LONE_SURROGATE', line: 1, column: 1 }],
    ['the first of several', '\udc4d\0', { code: 'LONE_SURROGATE', line: 1, column: 1 }],
    ['the first of several the other way', '\0\udc4d', { code: 'NUL', line: 1, column: 1 }],
  ])('refuses %s and says where', (_case, raw, expected) => {
    expect(problem(raw)).toMatchObject(expected)
    expect(problem(raw).message).toContain(`line ${expected.line}, column ${expected.column}`)
  })

  it.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['blank lines', ' \r\n\u00a0\n\n'],
    ['nothing that can be seen', '\u200b\u200d\n\u202e\u2800'],
  ])('refuses %s as empty', (_case, raw) => {
    expect(problem(raw).code).toBe('EMPTY')
  })

  it('takes exactly the limits, each with room for the others', () => {
    const words = Array.from({ length: MAX_WORDS }, (_, index) => (index % 2 === 0 ? 'word ' : 'word\n')).join('')
    expect(imported(words).wordCount).toBe(MAX_WORDS)
    expect(imported(words).document.content).toHaveLength(MAX_LINES)
    expect(imported('x'.repeat(MAX_CHARACTERS)).wordCount).toBe(1)
  })

  it.each([
    ['words', 'a '.repeat(MAX_WORDS + 1), 'TOO_MANY_WORDS'],
    ['characters', 'x'.repeat(MAX_CHARACTERS + 1), 'TOO_MANY_CHARACTERS'],
    ['lines', `${'x\n'.repeat(MAX_LINES)}x`, 'TOO_MANY_LINES'],
  ])('refuses one more than the limit of %s', (_case, raw, code) => {
    expect(problem(raw).code).toBe(code)
    expect(problem(raw).message).toMatch(/limit is \d+,/)
  })

  it('takes hostile text in linear time', () => {
    for (const raw of [
      '-'.repeat(MAX_CHARACTERS),
      `x${'\n'.repeat(90_000)}x`,
      '\r'.repeat(MAX_CHARACTERS),
      '\u0e01'.repeat(400_000),
    ]) {
      const before = performance.now()
      importText(raw)
      expect(performance.now() - before).toBeLessThan(5_000)
    }
  }, 30_000)
})
