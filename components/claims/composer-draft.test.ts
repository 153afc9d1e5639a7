import { describe, expect, it } from 'vitest'
import { composerDraftKey, rememberEnter, takeEnter } from './composer-draft'

const KEY = composerDraftKey('statement', { start: 3, end: 9, exact: 'passage' })

describe('takeEnter', () => {
  it('tells of an Enter once, and only of the passage it was pressed for', () => {
    rememberEnter(KEY)
    expect(takeEnter(composerDraftKey('statement', { start: 3, end: 10, exact: 'passages' }))).toBe(false)
    expect(takeEnter(KEY)).toBe(true)
    expect(takeEnter(KEY)).toBe(false)
  })

  it('forgets an Enter that was taken back', () => {
    rememberEnter(KEY)
    rememberEnter(null)
    expect(takeEnter(KEY)).toBe(false)
  })
})
