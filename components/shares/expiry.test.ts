import { describe, expect, it } from 'vitest'
import { type Expiry, expiresAt } from './expiry'

const now = new Date('2026-02-20T10:00:00.000Z')

describe('expiresAt', () => {
  it.each<[Expiry, string, string | null | undefined]>([
    ['never', '', null],
    ['week', '', '2026-02-27T10:00:00.000Z'],
    ['month', '', '2026-03-22T10:00:00.000Z'],
    ['day', '', undefined],
    ['day', 'soon', undefined],
    ['day', '2026-03-01', new Date('2026-03-01T23:59:59').toISOString()],
  ])('%s %s', (choice, day, expected) => {
    expect(expiresAt(choice, day, now)).toBe(expected)
  })
})
