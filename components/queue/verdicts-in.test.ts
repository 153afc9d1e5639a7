import { describe, expect, it } from 'vitest'
import { verdictsIn } from './verdicts-in'

describe('verdictsIn', () => {
  it.each([
    ['nobody has cast', { number: 1, cast: 0, missing: 3, quorum: 3 }, 'No verdict is in yet'],
    ['one has', { number: 1, cast: 1, missing: 2, quorum: 3 }, '1 of 3 verdicts is in'],
    ['a second round', { number: 2, cast: 2, missing: 1, quorum: 3 }, '2 of 3 verdicts are in, round 2'],
    ['more are assigned than the quorum', { number: 1, cast: 2, missing: 3, quorum: 3 }, '2 of 5 verdicts are in'],
    ['more have cast than were needed', { number: 1, cast: 4, missing: 0, quorum: 3 }, '4 of 4 verdicts are in'],
  ])('%s', (_case, round, expected) => {
    expect(verdictsIn({ ...round, state: 'OPEN' })).toBe(expected)
  })
})
