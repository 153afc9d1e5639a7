import { describe, expect, it } from 'vitest'
import { hasSingleSpacesOnly } from './single-spaces'

describe('hasSingleSpacesOnly', () => {
  it.each([
    ['', true],
    ['Ships arrive.', true],
    ['Ships\narrive.', true],
    ['40\u00a0\u00a0%', true], // No-break spaces are never collapsed.
    [' Ships', false],
    ['Ships ', false],
    ['Ships  arrive.', false],
    ['Ships\tarrive.', false],
    ['Ships \narrive.', false],
    ['Ships\n arrive.', false],
  ])('%j: %s', (text, expected) => {
    expect(hasSingleSpacesOnly(text)).toBe(expected)
  })
})
