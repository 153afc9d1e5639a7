import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path'

describe('returnPath', () => {
  it.each([
    ['a page of the desk', '/inbox', '/inbox'],
    ['with its query and fragment', '/statements/1?claim=2#text', '/statements/1?claim=2#text'],
    ['nothing', undefined, '/statements'],
    ['given twice', ['/inbox', '/account'], '/statements'],
    ['another origin', 'https://evil.example/', '/statements'],
    ['another origin without its scheme', '//evil.example/', '/statements'],
    ['a backslash that browsers read as a slash', '/\\evil.example', '/statements'],
    ['a backslash further on', '/a/..\\\\evil.example', '/statements'],
    ['a tab that browsers drop', '/\t/evil.example', '/statements'],
    ['a line feed that browsers drop', '/\n/evil.example', '/statements'],
    ['dots that leave two slashes', '/.//evil.example', '/statements'],
    ['a script', 'javascript:alert(1)', '/statements'],
    ['a relative path', 'inbox', '/statements'],
    ['the sign-in page itself', '/sign-in?from=/inbox', '/statements'],
    ['an API address', '/api/v1/me', '/statements'],
    ['a page whose name only begins like one of those', '/sign-in-help', '/sign-in-help'],
  ])('%s', (_case, from, expected) => {
    expect(returnPath(from)).toBe(expected)
  })
})
