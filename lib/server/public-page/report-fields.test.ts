import { describe, expect, it } from 'vitest'
import { typedIn } from './report-fields'

describe('typedIn', () => {
  it.each([
    ['filled in', 'text=x&website=y', true],
    ['filled in after an empty one', 'text=x&website=&website=y', true],
    ['empty', 'text=x&website=', false],
    ['missing', 'text=x', false],
  ])('with the trap %s', (_case, body, isTrapped) => {
    expect(typedIn(new URLSearchParams(body)).isTrapped).toBe(isTrapped)
  })

  it('takes the line ends of forms as LF', () => {
    expect(typedIn(new URLSearchParams({ text: 'one\r\ntwo\rthree' })).text).toBe('one\ntwo\nthree')
  })
})
