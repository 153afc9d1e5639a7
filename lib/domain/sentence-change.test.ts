import { describe, expect, it } from 'vitest'
import { DEFAULT_SCALE } from './scale'
import { textOf } from './sentence'
import { changeSentence, waitSentence } from './sentence-change'

describe('waitSentence', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f']
  it.each<[string, { assigned?: string[]; recused?: string[]; cast?: string[] }, string[], string]>([
    ['nobody is assigned', { cast: ['a'] }, all, 'It closes by itself with the last one.'],
    ['as many are assigned as it takes', { assigned: ['a', 'b', 'c'] }, all, 'It closes by itself with the last one.'],
    [
      'more are assigned than it takes',
      { assigned: ['a', 'b', 'c', 'd', 'e'], cast: ['a'] },
      all,
      'With 2 more, an editor may close it without the rest.',
    ],
    [
      'a quorum is in and someone asked is not',
      { assigned: ['a', 'b', 'c', 'd'], cast: ['a', 'b', 'c'] },
      all,
      'A quorum is in: an editor may close it without the rest.',
    ],
    [
      'too few are left',
      { cast: ['a'], recused: ['c', 'd', 'e', 'f'] },
      all,
      'An editor may lower this claim’s quorum, to no fewer than two, with a reason that is published; or more members may join.',
    ],
    ['one is left', {}, ['a'], 'It takes two members at least: one rating is never called consensus.'],
  ])('%s', (_case, { assigned = [], recused = [], cast = [] }, eligible, expected) => {
    expect(textOf(waitSentence({ assigned, recused, cast, quorum: 3 }, eligible))).toBe(expected)
  })
})

describe('changeSentence', () => {
  it('names what each would say instead of what', () => {
    const sentence = changeSentence(
      {
        kind: 'UNDOING',
        verdicts: 3,
        moves: [
          { from: 'MIXED', to: 'TRUE', count: 2 },
          { from: 'FALSE', to: 'TRUE', count: 1 },
        ],
        outcome: { status: 'AGREED', rating: 'TRUE', isOnScale: true, count: 3, of: 4, dissents: [], farDissents: [] },
      },
      DEFAULT_SCALE,
    )
    expect(textOf(sentence)).toBe(
      'If three verdicts differed, it would be agreed on True: two True instead of Mixed and one True instead of False.',
    )
    expect(sentence.flatMap(({ rating }) => rating ?? [])).toEqual(['TRUE', 'TRUE', 'MIXED', 'TRUE', 'FALSE'])
  })
})
