import { describe, expect, it } from 'vitest'
import { Timestamp } from './scalars'

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
