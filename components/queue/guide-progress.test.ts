import { describe, expect, it } from 'vitest'
import { guideCookieOf, guideProgressFrom } from './guide-progress'

describe('guideProgressFrom', () => {
  it.each([
    ['no cookie', undefined, { isAway: false, done: [] }],
    ['an empty one', '', { isAway: false, done: [] }],
    ['put away, as an earlier version wrote it', 'away', { isAway: true, done: [] }],
    ['two steps', 'cast.opened', { isAway: false, done: ['opened', 'cast'] }],
    ['what is not ours', 'opened.constructor.<b>', { isAway: false, done: ['opened'] }],
  ])('%s', (_case, cookie, expected) => {
    expect(guideProgressFrom(cookie)).toEqual(expected)
  })

  it.each(['', 'away', 'opened.cast', 'away.opened.saw-decided'])('reads back %j', cookie => {
    expect(guideCookieOf(guideProgressFrom(cookie))).toBe(cookie)
  })
})
