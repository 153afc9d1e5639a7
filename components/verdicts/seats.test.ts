import { describe, expect, it } from 'vitest'
import { seatsOf } from './seats'

const [almond, birch, cedar, maple] = ['Almond', 'Birch', 'Cedar', 'Maple'].map((name, index) => ({
  id: String(index),
  name,
})) as [Person, Person, Person, Person]
type Person = { id: string; name: string }
type Given = { cast?: Person[]; missing?: number; assigned?: Person[]; recused?: Person[]; mayCast?: boolean }

function seats(me: Person, { cast = [], missing = 3, assigned = [], recused = [], mayCast = true }: Given): string[] {
  const round = { number: 1, state: 'OPEN' as const, cast: cast.length, missing, quorum: 3 }
  const claim = {
    round,
    rounds: [{ ...round, castBy: cast }] as unknown as Parameters<typeof seatsOf>[0]['rounds'], // nothing else is read
    assigned,
    recused: recused.map(person => ({ person, reason: null })),
    iHaveCast: cast.includes(me),
    may: { castVerdict: { allowed: mayCast, reason: null } } as unknown as Parameters<typeof seatsOf>[0]['may'], // as above
  }
  return seatsOf(claim, me).map(
    ({ person, hasCast, isMe }) => `${isMe ? 'You' : (person?.name ?? 'free')}${hasCast ? ' cast' : ''}`,
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
      'more came than it takes',
      cedar,
      { cast: [almond, birch, maple], missing: 0 },
      ['Almond cast', 'Birch cast', 'Maple cast'],
    ],
  ])('%s', (_case, me, given, expected) => {
    expect(seats(me, given)).toEqual(expected)
  })
})
