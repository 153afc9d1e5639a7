import { describe, expect, it } from 'vitest'
import { unreadInWords } from './unread-words'

describe('unreadInWords', () => {
  it.each([
    [0, 'No unread notices'],
    [1, '1 unread notice'],
    [3, '3 unread notices'],
  ])('%i', (unread, expected) => expect(unreadInWords(unread)).toBe(expected))
})
