import { describe, expect, it } from 'vitest'
import { HttpUrl, nullableText, requiredText, Timestamp } from './scalars'

const UNSEEN = '\u200b \u2060\ufeff'

describe('text', () => {
  it.each([
    ['', 'Write something here.'],
    ['  ', 'Write something here.'],
    [UNSEEN, 'Write some visible words.'],
  ])('that is required is not %j', (text, message) => {
    expect(
      requiredText(10)
        .safeParse(text)
        .error?.issues.map(issue => issue.message),
    ).toEqual([message])
  })

  it('that may be left out is none where nothing of it can be seen', () => {
    expect(nullableText(10).parse(UNSEEN)).toBeNull()
    expect(nullableText(10).parse(' a\u200d ')).toBe('a\u200d')
  })
})

describe('Timestamp', () => {
  it.each(['0001-01-01T00:00:00Z', '2024-02-29T23:59:59.999Z', '9999-12-31T23:59:59Z'])('takes %s', text => {
    expect(Timestamp.safeParse(text).success).toBe(true)
  })

  it.each([
    '0000-01-01T00:00:00Z',
    '0000-12-31T23:59:59.999Z',
    '+010000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-01-01T00:00:00+14:00',
  ])('refuses %s', text => {
    expect(Timestamp.safeParse(text).success).toBe(false)
  })
})

describe('HttpUrl', () => {
  it.each([
    ['example.org/page', 'Give the full address, with its scheme: https://example.org/page'],
    ['javascript:alert(1)', 'Give a full address that begins with http:// or https://.'],
    ['localhost', 'Give a full address that begins with http:// or https://.'],
  ])('refuses %s and says what to give instead', (text, message) => {
    expect(HttpUrl.safeParse(text).error?.issues.map(issue => issue.message)).toEqual([message])
  })

  it('takes one with its scheme, as it is', () => {
    expect(HttpUrl.parse(' https://Example.org/a ')).toBe('https://Example.org/a')
  })
})
