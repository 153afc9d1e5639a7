import { describe, expect, it } from 'vitest'
import type { CommentDto } from '@/lib/contracts/discussion'
import { countOpen, isGone, isSettled, shownOf, threadsOf } from './threads'

function comment(id: string, more: Partial<CommentDto> = {}): CommentDto {
  return {
    id,
    author: { id: 'birch', name: 'Birch' },
    text: 'Which register?',
    at: '2026-11-20T10:00:00.000Z',
    parentId: null,
    round: 1,
    mentions: [],
    quote: null,
    version: 1,
    editedAt: null,
    isWithdrawn: false,
    resolution: null,
    ...more,
  }
}

const maple = { id: 'maple', name: 'Maple' }
const resolution = (isResolved: boolean) => ({ isResolved, by: maple, at: '2026-11-20T11:00:00.000Z' })
const [one, two] = [comment('1'), comment('2')]
const answers = [comment('1a', { parentId: '1', author: maple }), comment('1b', { parentId: '1' })]

describe('threadsOf', () => {
  it('puts each answer under what it answers, in order', () => {
    expect(threadsOf([one, two, ...answers])).toEqual([
      { first: one, answers },
      { first: two, answers: [] },
    ])
  })
})

describe('isSettled', () => {
  it.each([
    ['nobody said so', null, false],
    ['somebody settled it', resolution(true), true],
    ['it was taken up again', resolution(false), false],
  ])('%s', (_case, settled, expected) => {
    expect(isSettled({ first: comment('1', { resolution: settled }), answers })).toBe(expected)
  })
})

describe('isGone', () => {
  const back = { isWithdrawn: true, text: '' }
  it.each([
    ['all stands', [one, ...answers], false],
    ['answers stand', [comment('1', back), ...answers], false],
    ['nothing stands', [comment('1', back), comment('1a', { ...back, parentId: '1' })], true],
  ])('%s', (_case, comments, expected) => {
    expect(threadsOf(comments).map(isGone)).toEqual([expected])
  })
})

describe('countOpen', () => {
  it('leaves out what is settled and what was taken back', () => {
    const settled = comment('3', { resolution: resolution(true) })
    const gone = comment('4', { isWithdrawn: true, text: '' })
    expect(countOpen([one, two, settled, gone, ...answers])).toBe(2)
  })
})

describe('shownOf', () => {
  it('holds back what others wrote since, and counts it', () => {
    const known = new Set(['1'])
    expect(shownOf([one, two, ...answers], known, 'someone')).toEqual({ shown: [one], fresh: 3 })
  })
  it('shows one’s own at once', () => {
    expect(shownOf([one, two, ...answers], new Set(['1']), 'maple')).toEqual({ shown: [one, answers[0]], fresh: 2 })
  })
})
