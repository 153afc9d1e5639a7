import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lastWord } from './last-word'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function spoken() {
  const heard: string[] = []
  return { heard, ...lastWord(message => heard.push(message)) }
}

test('what is said at rest is heard once, when nothing else was said for a moment', () => {
  const { heard, atRest } = spoken()
  for (const words of ['one', 'two', 'three']) {
    atRest(() => words)
    vi.advanceTimersByTime(100)
  }
  expect(heard).toEqual([])
  vi.advanceTimersByTime(100)
  expect(heard).toEqual(['three'])
})

test('what is said at once is not followed by what happened before it', () => {
  const { heard, now, atRest } = spoken()
  atRest(() => 'The third sentence.')
  now('Claim closed.')
  vi.runAllTimers()
  expect(heard).toEqual(['Claim closed.'])
})

test('what was dropped is never asked for its words', () => {
  const { heard, atRest, drop } = spoken()
  const words = vi.fn(() => 'gone')
  atRest(words)
  drop()
  vi.runAllTimers()
  expect(heard).toEqual([])
  expect(words).not.toHaveBeenCalled()
})
