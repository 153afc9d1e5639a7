import { describe, expect, it } from 'vitest'
import { type NoticeAbout, worthTelling } from './notice'

const to = (memberId: string, more: Partial<NoticeAbout> = {}): NoticeAbout => ({
  memberId,
  kind: 'ASSIGNED',
  statementId: 's',
  claimId: 'c',
  ...more,
})

describe('worthTelling', () => {
  it.each<[string, string | null, NoticeAbout[], NoticeAbout[]]>([
    ['tells others, in their order', 'me', [to('b'), to('a')], [to('b'), to('a')]],
    ['tells nobody of what they did themselves', 'me', [to('me'), to('a')], [to('a')]],
    ['tells of one thing once', 'me', [to('a'), to('a'), to('b')], [to('a'), to('b')]],
    [
      'knows one kind from another',
      'me',
      [to('a'), to('a', { kind: 'ROUND_OPENED' })],
      [to('a'), to('a', { kind: 'ROUND_OPENED' })],
    ],
    ['knows one claim from another', 'me', [to('a'), to('a', { claimId: 'd' })], [to('a'), to('a', { claimId: 'd' })]],
    [
      'knows one comment from another',
      'me',
      [to('a', { commentId: '1' }), to('a', { commentId: '2' })],
      [to('a', { commentId: '1' }), to('a', { commentId: '2' })],
    ],
    ['tells everyone what the desk itself did', null, [to('a'), to('b')], [to('a'), to('b')]],
  ])('%s', (_case, actorId, drafts, expected) => {
    expect(worthTelling(actorId, drafts)).toEqual(expected)
  })
})
