import { describe, expect, it } from 'vitest'
import { peopleNeeded, peopleOf, shortfallOf } from './decider'

const desk = (raters: number, editors = 1) => ({ raters, editors })

describe('shortfallOf', () => {
  it.each<[string, number, boolean, number, string | null, string]>([
    ['three and an editor who did not vote', 3, true, 4, null, ''],
    ['three of whom one must not vote', 3, true, 3, 'quorum', 'Lower the quorum to two, let who voted also decide, or'],
    ['three who may all vote', 3, false, 3, null, ''],
    ['two who may both vote', 2, false, 2, null, ''],
    ['two with duties separated', 2, true, 2, 'separationOfDuties', 'Let who voted also decide, or'],
    ['two and a quorum of three', 3, true, 2, 'quorum', 'Lower the quorum to two and let who voted also decide, or'],
    ['two, a quorum of three, nothing separated', 3, false, 2, 'quorum', 'Lower the quorum to two, or'],
    ['a quorum far beyond the desk', 50, true, 6, 'quorum', 'Lower the quorum to five, or'],
    ['the same, nothing separated', 50, false, 6, 'quorum', 'Lower the quorum to six, or'],
  ])('%s', (_case, quorum, separationOfDuties, raters, path, words) => {
    const shortfall = shortfallOf({ quorum, separationOfDuties }, desk(raters))
    expect(shortfall?.path ?? null).toBe(path)
    if (path !== null) expect(shortfall).toMatchObject({ isBeyondPolicy: false })
    expect(shortfall?.message ?? '').toContain(words)
  })

  it('names what there is and what it takes', () => {
    expect(shortfallOf({ quorum: 4, separationOfDuties: true }, desk(3))?.message).toBe(
      'This desk has 3 members whose verdicts count; this takes 4 verdicts and someone to decide who did not vote. Lower the quorum to two, or invite more members.',
    )
  })

  it.each([
    [desk(1), 'one member whose verdict counts'],
    [desk(0), 'no member whose verdict counts'],
    [desk(5, 0), 'Make a member an editor'],
  ])('says of %o that no policy helps', (people, words) => {
    const shortfall = shortfallOf({ quorum: 2, separationOfDuties: false }, people)
    expect(shortfall).toMatchObject({ isBeyondPolicy: true })
    expect(shortfall?.message).toContain(words)
  })

  it('falls short exactly where fewer than a quorum would be left to vote, and its remedies work', () => {
    for (let raters = 2; raters <= 8; raters++) {
      for (let quorum = 2; quorum <= 10; quorum++) {
        for (const separationOfDuties of [true, false]) {
          const policy = { quorum, separationOfDuties }
          const shortfall = shortfallOf(policy, desk(raters))
          expect(shortfall === null).toBe(raters - (separationOfDuties ? 1 : 0) >= quorum)
          const said = shortfall?.message ?? ''
          const to = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight'].findIndex(word =>
            said.includes(`to ${word}`),
          )
          if (to < 0) continue
          const isTogether = said.includes(' and let who voted')
          const remedied = { quorum: to + 2, separationOfDuties: isTogether ? false : separationOfDuties }
          expect(shortfallOf(remedied, desk(raters))).toBeNull()
        }
      }
    }
  })
})

describe('peopleOf', () => {
  it('counts trainees as nobody, and editors in both', () => {
    expect(
      peopleOf([
        { role: 'REVIEWER' },
        { role: 'REVIEWER', isTrainee: true },
        { role: 'EDITOR', isTrainee: false },
        { role: 'ADMIN' },
      ]),
    ).toEqual({ raters: 3, editors: 2 })
    expect(peopleNeeded({ quorum: 3, separationOfDuties: true })).toBe(4)
  })
})
