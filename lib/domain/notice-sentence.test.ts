import { describe, expect, it } from 'vitest'
import { noticeSentence } from '@/lib/domain/notice-sentence'
import { textOf } from '@/lib/domain/sentence'
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/vocabulary'

describe('noticeSentence', () => {
  it.each<[NoticeKind, string, string]>([
    ['ASSIGNED', 'Maple asks for your verdict.', 'Your verdict is asked for.'],
    ['ASSIGNMENT_RETURNED', 'Maple gave an assignment back.', 'An assignment went back: nobody had taken it up.'],
    ['MADE_LEAD', 'Maple made you the lead.', 'You are the lead now.'],
    ['MENTIONED', 'Maple mentioned you in the discussion.', 'You were mentioned in the discussion.'],
    ['REPLIED', 'Maple answered in a thread you write in.', 'A thread you write in has an answer.'],
    [
      'ROUND_OPENED',
      'Maple opened a round that waits for your verdict.',
      'A round is open and waits for your verdict.',
    ],
    [
      'ESCALATED',
      'The reviewers could not agree: an editor resolves it.',
      'The reviewers could not agree: an editor resolves it.',
    ],
    ['REPORT_RECEIVED', 'A reader reported an error.', 'A reader reported an error.'],
  ])('%s', (kind, byMaple, byItself) => {
    expect(textOf(noticeSentence({ kind, actor: { name: 'Maple' } }))).toBe(byMaple)
    expect(textOf(noticeSentence({ kind, actor: null }))).toBe(byItself)
  })

  it('takes a name as it is', () => {
    expect(textOf(noticeSentence({ kind: 'MADE_LEAD', actor: { name: '$& {name}' } }))).toBe(
      '$& {name} made you the lead.',
    )
  })

  it('knows every kind, and never who rated what', () => {
    for (const kind of NOTICE_KINDS) expect(textOf(noticeSentence({ kind, actor: null }))).toMatch(/^[A-Z].*\.$/)
  })
})
