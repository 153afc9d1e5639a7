import { describe, expect, it } from 'vitest'
import { type AskableMember, type AskedClaim, type AssignmentWish, planAssignments, shortage } from './plan-assignments'

const NAMES = { a: 'almond', b: 'birch', c: 'cedar', h: 'hazel', t: 'trainee', u: 'understudy' } as const
type Letter = keyof typeof NAMES

const members: AskableMember[] = Object.values(NAMES).map(id => ({
  id,
  load: 0,
  isTrainee: id === NAMES.t || id === NAMES.u,
}))

function ids(letters: string): string[] {
  return [...letters].map(letter => NAMES[letter as Letter]) // the tests spell letters of the table
}

/** "ab/a/t/c": asked, cast, cast as a trainee, recused. */
function claim(text: string, id = 'claim'): AskedClaim {
  const [asked = '', cast = '', castTrainees = '', recused = ''] = text.split('/')
  return { id, asked: ids(asked), cast: ids(cast), castTrainees: ids(castTrainees), recused: ids(recused) }
}

function wish(letters: string, perClaim: number | null, mode: AssignmentWish['mode'] = 'ADD'): AssignmentWish {
  return { memberIds: ids(letters), perClaim, mode }
}

describe('planAssignments', () => {
  it.each<
    [string, string, AssignmentWish, Partial<Record<'memberIds' | 'added' | 'removed', string>> & { missing?: number }]
  >([
    ['all of them', '///', wish('ab', null), { memberIds: 'ab', added: 'ab' }],
    ['who is asked already counts', 'a///', wish('ab', 2), { memberIds: 'ab', added: 'b' }],
    ['also when not chosen now', 'h///', wish('ab', 3), { memberIds: 'abh', added: 'ab' }],
    ['who has cast unasked counts', '/h//', wish('ab', 3), { memberIds: 'ab', added: 'ab' }],
    ['who has cast is not asked again', '/a//', wish('ab', 2), { memberIds: 'b', added: 'b' }],
    ['who stood back is not asked', '///b', wish('ab', 2), { memberIds: 'a', added: 'a', missing: 1 }],
    ['a trainee comes on top', '///', wish('abt', 2), { memberIds: 'abt', added: 'abt' }],
    ['one trainee a claim', '///', wish('abtu', 2), { memberIds: 'abt|abu', added: 'abt|abu' }],
    ['a trainee alone fills no place', '///', wish('t', 2), { memberIds: 't', added: 't', missing: 2 }],
    ['no second trainee', 't///', wish('abu', 2), { memberIds: 'abt', added: 'ab' }],
    ['all trainees where all are asked', '///', wish('atu', null), { memberIds: 'atu', added: 'atu' }],
    [
      'a strange id is nobody',
      '///',
      { ...wish('a', null), memberIds: ['almond', 'stranger'] },
      { memberIds: 'a', added: 'a' },
    ],
    ['dealing anew takes away', 'ch///', wish('ab', 2, 'REPLACE'), { memberIds: 'ab', added: 'ab', removed: 'ch' }],
    [
      'but not from who has cast',
      'ch/c//',
      wish('ab', 2, 'REPLACE'),
      { memberIds: 'ac|bc', added: 'a|b', removed: 'h' },
    ],
    ['nor from a trainee who has', 'ht//t/', wish('a', 1, 'REPLACE'), { memberIds: 'at', added: 'a', removed: 'h' }],
    ['whom it asks again it does not add', 'a///', wish('a', 1, 'REPLACE'), { memberIds: 'a' }],
    ['nobody, when nobody is chosen', 'ab/a//', wish('', null, 'REPLACE'), { memberIds: 'a', removed: 'b' }],
  ])('%s', (_case, text, wanted, { memberIds = '', added = '', removed = '', missing = 0 }) => {
    const [planned] = planAssignments([claim(text)], members, wanted)
    const either = (letters: string) => letters.split('|').map(one => ids(one).sort())
    expect(either(memberIds)).toContainEqual(planned?.memberIds)
    expect(either(added)).toContainEqual([...(planned?.added ?? [])].sort())
    expect(either(removed)).toContainEqual([...(planned?.removed ?? [])].sort())
    expect(planned?.missing).toBe(missing)
  })

  it('dealing anew counts nobody’s present assignments against them', () => {
    const busy = members.map(member => ({ ...member, load: member.id === 'almond' ? 2 : 0 }))
    const claims = [claim('a///', 'one'), claim('a///', 'two')]
    const planned = planAssignments(claims, busy, wish('ab', 1, 'REPLACE'))
    expect(planned.flatMap(({ memberIds }) => memberIds).sort()).toEqual(['almond', 'birch'])
  })

  it('names who was chosen and stood back', () => {
    expect(planAssignments([claim('///bh')], members, wish('ab', 2))[0]?.recused).toEqual(['birch'])
  })
})

describe('shortage', () => {
  it.each([
    [0, ['Birch'], null],
    [1, [], 'One reviewer short: too few were chosen.'],
    [2, ['Birch'], '2 reviewers short: Birch stood back from it.'],
    [2, ['Birch', 'Cedar'], '2 reviewers short: Birch and Cedar stood back from it.'],
  ])('%i missing, %j stood back', (missing, recused, expected) => {
    expect(shortage(missing, recused)).toBe(expected)
  })
})
