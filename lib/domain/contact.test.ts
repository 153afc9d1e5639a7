import { describe, expect, it } from 'vitest'
import { type Contact, contactSentence, isOverdue, outcomeProblems, requestProblems } from '@/lib/domain/contact'
import type { ContactResult } from '@/lib/domain/vocabulary'

const AT = new Date('2026-11-23T09:00:00Z')

function asked(changes: Partial<Contact> = {}): Contact {
  return { askedOn: '2026-11-02', channel: 'EMAIL', deadlineOn: null, result: null, on: null, ...changes }
}

describe('contactSentence', () => {
  it.each<[string, Partial<Contact>, string]>([
    ['nothing yet, no deadline', {}, 'no reply yet'],
    ['before its deadline', { deadlineOn: '2026-11-30' }, 'answer awaited by 30 November 2026'],
    ['on the day itself', { deadlineOn: '2026-11-23' }, 'answer awaited by 23 November 2026'],
    ['after it', { deadlineOn: '2026-11-22' }, 'no reply by 22 November 2026'],
    ['replied', { result: 'REPLIED', on: '2026-11-05' }, 'replied on 5 November 2026'],
    ['no reply', { result: 'NO_REPLY', on: '2026-11-20', deadlineOn: '2026-11-09' }, 'no reply'],
    ['declined', { result: 'DECLINED', on: '2026-11-05' }, 'declined to comment'],
    ['not reached', { result: 'UNDELIVERABLE', on: '2026-11-02' }, 'could not be reached'],
  ])('%s', (_case, changes, sequel) => {
    expect(contactSentence(asked(changes), '2026-11-23')).toBe(`Asked on 2 November 2026 by e-mail; ${sequel}.`)
  })
})

describe('isOverdue', () => {
  it.each<[string, Partial<Contact>, boolean]>([
    ['without a deadline', {}, false],
    ['on the day', { deadlineOn: '2026-11-23' }, false],
    ['the day after', { deadlineOn: '2026-11-22' }, true],
    ['answered late', { deadlineOn: '2026-11-22', result: 'REPLIED', on: '2026-11-23' }, false],
  ])('%s', (_case, changes, expected) => {
    expect(isOverdue(asked(changes), '2026-11-23')).toBe(expected)
  })
})

describe('requestProblems', () => {
  it.each<[string, string, string | null, string[]]>([
    ['today', '2026-11-23', null, []],
    ['today where the sun rises first', '2026-11-23', '2026-11-23', []],
    ['the day after tomorrow', '2026-11-25', null, ['askedOn']],
    ['an answer due before the question', '2026-11-02', '2026-11-01', ['deadlineOn']],
    ['an answer due the same day', '2026-11-02', '2026-11-02', []],
    ['an answer due next year', '2026-11-02', '2027-01-01', []],
  ])('%s', (_case, askedOn, deadlineOn, paths) => {
    expect(requestProblems({ askedOn, deadlineOn }, AT).map(({ path }) => path)).toEqual(paths)
  })
})

describe('outcomeProblems', () => {
  it.each<[string, ContactResult, { on?: string; reply?: string; hasSource?: boolean }, string[]]>([
    ['a reply', 'REPLIED', { reply: 'We stand by it.', hasSource: true }, []],
    ['a reply without its words', 'REPLIED', {}, ['reply']],
    ['a refusal with its words', 'DECLINED', { reply: 'No comment.', hasSource: true }, []],
    ['a refusal without words', 'DECLINED', {}, []],
    ['silence', 'NO_REPLY', {}, []],
    ['silence that says something', 'NO_REPLY', { reply: 'Hm.' }, ['reply']],
    ['silence that can be read', 'NO_REPLY', { hasSource: true }, ['source']],
    ['before the question', 'UNDELIVERABLE', { on: '2026-11-01' }, ['on']],
    ['on the day of the question', 'UNDELIVERABLE', { on: '2026-11-02' }, []],
    ['still to come', 'NO_REPLY', { on: '2026-12-24' }, ['on']],
    ['taken back', 'RECORDED_IN_ERROR', {}, []],
  ])('%s', (_case, result, { on = '2026-11-20', reply = null, hasSource = false }, paths) => {
    const problems = outcomeProblems({ result, on, reply, hasSource }, '2026-11-02', AT)
    expect(problems.map(({ path }) => path)).toEqual(paths)
  })
})
