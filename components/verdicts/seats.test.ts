import { describe, expect, it } from 'vitest'
import { seatsOf } from './seats'

const [almond, birch, cedar, maple] = ['Almond', 'Birch', 'Cedar', 'Maple'].map((name, index) => ({
  id: String(index),
  name,
  isTrainee: false,
})) as [Person, Person, Person, Person]
type Person = { id: string; name: string; isTrainee: boolean }
type Given = { cast?: Person[]; missing?: number; assigned?: Person[]; recused?: Person[]; mayCast?: boolean }

const learning = (person: Person): Person => ({ ...person, isTrainee: true })

function seats(me: Person, { cast = [], missing = 3, assigned = [], recused = [], mayCast = true }: Given): string[] {
  const round = {
    number: 1,
    state: 'OPEN' as const,
    cast: cast.filter(({ isTrainee }) => !isTrainee).length,
    missing,
    quorum: 3,
  }
  const claim = {
    round,
    rounds: [{ ...round, castBy: cast }] as unknown as Parameters<typeof seatsOf>[0]['rounds'], // nothing else is read
    assigned,
    recused: recused.map(person => ({ person, reason: null })),
    iHaveCast: cast.includes(me),
    may: { castVerdict: { allowed: mayCast, reason: null } } as unknown as Parameters<typeof seatsOf>[0]['may'], // as above
  }
  return seatsOf(claim, me).map(
    ({ person, hasCast, isMe, isTrainee }) =>
      `${isMe ? 'You' : (person?.name ?? 'free')}${hasCast ? ' cast' : ''}${isTrainee ? ' beside' : ''}`,
  )
}

describe('seatsOf', () => {
  it.each<[string, Person, Given, string[]]>([
    ['a new round', almond, {}, ['You', 'free', 'free']],
    [
      'two in, the reader is missing',
      cedar,
      { cast: [almond, birch], missing: 1 },
      ['Almond cast', 'Birch cast', 'You'],
    ],
    ['the reader has cast', birch, { cast: [almond, birch], missing: 1 }, ['Almond cast', 'You cast', 'free']],
    ['the reader may not cast', maple, { cast: [almond], missing: 2, mayCast: false }, ['Almond cast', 'free', 'free']],
    [
      'everyone asked has a seat',
      maple,
      { cast: [almond], missing: 2, assigned: [almond, birch, cedar] },
      ['Almond cast', 'Birch', 'Cedar'],
    ],
    [
      'who stood back has none',
      maple,
      { assigned: [almond, birch], recused: [birch], mayCast: false },
      ['Almond', 'free', 'free'],
    ],
    [
      'a trainee has cast and another is asked: they fill no seat',
      maple,
      { cast: [almond, learning(birch)], missing: 2, assigned: [almond, learning(cedar)], mayCast: false },
      ['Almond cast', 'free', 'free', 'Birch cast beside', 'Cedar beside'],
    ],
    [
      'the reader is a trainee',
      learning(cedar),
      { cast: [almond], missing: 2 },
      ['Almond cast', 'free', 'free', 'You beside'],
    ],
    [
      'the reader cast as a trainee and is none any more: their seat waits for them',
      birch,
      { cast: [almond, learning(birch)], missing: 2 },
      ['Almond cast', 'You', 'free', 'You cast beside'],
    ],
    [
      'more came than it takes',
      cedar,
      { cast: [almond, birch, maple], missing: 0 },
      ['Almond cast', 'Birch cast', 'Maple cast'],
    ],
  ])('%s', (_case, me, given, expected) => {
    expect(seats(me, given)).toEqual(expected)
  })
})
