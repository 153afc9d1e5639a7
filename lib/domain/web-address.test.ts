import { describe, expect, it } from 'vitest'
import { completeAddress, registrableSite, shortAddress, siteOf } from './web-address'

describe('an address in short', () => {
  it.each([
    ['https://www.desk.example/', 'desk.example', 'desk.example'],
    ['https://desk.example/a/b?c=d#e', 'desk.example', 'desk.example/a/b'],
    ['http://desk.example:8080/a', 'desk.example', 'desk.example:8080/a'],
    ['https://wwwdesk.example', 'wwwdesk.example', 'wwwdesk.example'],
    ['shelf 12', 'shelf 12', 'shelf 12'],
  ])('%s is %s and %s', (address, site, short) => {
    expect([siteOf(address), shortAddress(address)]).toEqual([site, short])
  })
})

describe('completeAddress', () => {
  it.each([
    ['example.org', 'https://example.org'],
    [' www.example.org/page?a=b#c ', 'https://www.example.org/page?a=b#c'],
    ['//example.org/page', 'https://example.org/page'],
    ['example.org:8080/page', 'https://example.org:8080/page'],
    ['example.org?next=https://other.example', 'https://example.org?next=https://other.example'],
    ['почта.рф/а', 'https://почта.рф/а'],
    ['xn--80a1acny.xn--p1ai', 'https://xn--80a1acny.xn--p1ai'],
  ])('puts https:// in front of %j', (typed, completed) => {
    expect(completeAddress(typed)).toBe(completed)
    expect(URL.canParse(completed)).toBe(true)
  })

  it.each([
    '',
    'https://example.org',
    'http://example.org/page',
    'ftp://example.org',
    'javascript:alert(1)',
    'java.script:alert(1)',
    'mailto:a@example.org',
    'a@example.org',
    'user:secret@example.org',
    'shelf 12',
    'example. org',
    'Table 1.5',
    '1.5',
    'localhost/page',
    'https:/example.org',
    'evil.example\\@example.org',
  ])('leaves %j as it is', typed => {
    expect(completeAddress(typed)).toBe(typed)
  })
})

describe('registrableSite', () => {
  it.each([
    ['https://www.example.org/a', 'example.org'],
    ['https://news.example.org', 'example.org'],
    ['https://example.org.', 'example.org'],
    ['https://news.example.co.uk/a', 'example.co.uk'],
    ['https://stats.gov.kz', 'stats.gov.kz'],
    ['https://one.github.io/x', 'one.github.io'],
    ['https://a.one.substack.com', 'one.substack.com'],
    ['https://192.0.2.7/x', '192.0.2.7'],
    ['https://[2001:db8::1]/x', '[2001:db8::1]'],
    ['https://localhost/x', 'localhost'],
    ['no address', 'no address'],
  ])('%s', (address, site) => {
    expect(registrableSite(address)).toBe(site)
  })
})
