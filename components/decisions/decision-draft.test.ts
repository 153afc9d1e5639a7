import { describe, expect, it } from 'vitest'
import { consensusOf } from '@/lib/domain/consensus'
import { DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import { checkDecision, type DecisionDraft } from './decision-draft'

const claim = {
  id: '01890000-0000-7000-8000-000000000001',
  contentHash: 'a'.repeat(64),
  scale: { ...DEFAULT_SCALE, ratings: [...DEFAULT_SCALE.ratings] },
}
const consensus = (...ratings: string[]) =>
  consensusOf(
    ratings.map(rating => ({ rating })),
    DEFAULT_SCALE,
    1,
    DEFAULT_POLICY,
  )
const agreed = consensus('FALSE', 'FALSE', 'MOSTLY_FALSE')
const split = consensus('FALSE', 'TRUE', 'MIXED')
const draft = (over: Partial<DecisionDraft> = {}): DecisionDraft => ({
  explanation: 'The table shows a fall [1].',
  reason: 'The table was read wrong.',
  comment: 'Please look at the table again.',
  rating: 'MOSTLY_FALSE',
  ratedAsOf: '2026-01-01',
  ...over,
})

describe('checkDecision', () => {
  it.each<[string, DecisionAction, typeof agreed, Partial<DecisionDraft>, string[]]>([
    ['an approval', 'APPROVE', agreed, {}, []],
    ['an approval that explains nothing', 'APPROVE', agreed, { explanation: ' ' }, ['explanation']],
    ['an approval of what was not agreed', 'APPROVE', split, {}, ['action']],
    ['an override', 'OVERRIDE', agreed, {}, []],
    ['an override with the agreed rating', 'OVERRIDE', agreed, { rating: 'FALSE' }, ['rating']],
    ['an override without a reason', 'OVERRIDE', agreed, { reason: '' }, ['reason']],
    ['a resolution of which the rating is not chosen yet', 'RESOLVE', split, { rating: null }, ['rating']],
    ['a resolution without a rating', 'RESOLVE', split, { rating: null, isUnrated: true }, []],
    ['an override cannot be without one', 'OVERRIDE', agreed, { rating: null, isUnrated: true }, ['rating']],
    ['a return', 'RETURN', split, {}, []],
    ['a return that asks for nothing', 'RETURN', split, { comment: '' }, ['reason']],
    ['a dismissal', 'DISMISS', split, {}, []],
    ['a date that is none', 'APPROVE', agreed, { ratedAsOf: 'May' }, ['ratedAsOf']],
  ])('%s', (_case, action, on, over, paths) => {
    const { problems, input } = checkDecision(claim, action, draft(over), on)
    expect(problems.map(({ path }) => path)).toEqual(paths)
    expect(input === null).toBe(paths.length > 0)
  })

  it('a resolution without a rating sends that there is none, whatever was chosen before', () => {
    const { input } = checkDecision(claim, 'RESOLVE', draft({ isUnrated: true }), split)
    expect(input).toMatchObject({ action: 'RESOLVE', rating: null })
  })

  it.each<[DecisionAction, typeof agreed, object]>([
    ['APPROVE', agreed, { rating: null, reason: null, explanation: 'The table shows a fall [1].' }],
    ['OVERRIDE', agreed, { rating: 'MOSTLY_FALSE', reason: 'The table was read wrong.', ratedAsOf: '2026-01-01' }],
    ['RETURN', split, { rating: null, reason: 'Please look at the table again.', explanation: null, ratedAsOf: null }],
    ['DISMISS', split, { rating: null, reason: 'The table was read wrong.', ratedAsOf: null }],
  ])('%s sends what belongs to it and no more', (action, on, expected) => {
    expect(checkDecision(claim, action, draft(), on).input).toMatchObject({
      action,
      contentHash: claim.contentHash,
      ...expected,
    })
  })
})
