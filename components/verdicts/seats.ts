import type { ClaimDto } from '@/lib/contracts/claims'
import type { PersonDto } from '@/lib/contracts/people'

/** One place in an open round; without a person it is still free. */
export type Seat = { person: PersonDto | null; hasCast: boolean; isMe: boolean }

type Seated = Pick<ClaimDto, 'round' | 'assigned' | 'recused' | 'rounds' | 'may' | 'iHaveCast'>

/**
 * Who sits in the open round: those who have cast, the reader if they may, those who were asked, then free seats up to
 * what it takes to close.
 */
export function seatsOf(claim: Seated, me: PersonDto): Seat[] {
  const { round, assigned, recused } = claim
  const cast = claim.rounds.at(-1)?.castBy ?? []
  const isSeated = (person: PersonDto, seats: readonly Seat[]) => seats.some(seat => seat.person?.id === person.id)
  const seats: Seat[] = cast.map(person => ({ person, hasCast: true, isMe: person.id === me.id }))
  const sit = (person: PersonDto) => {
    if (!isSeated(person, seats)) seats.push({ person, hasCast: false, isMe: person.id === me.id })
  }
  const asked = assigned.filter(({ id }) => !recused.some(({ person }) => person.id === id))
  for (const person of asked) sit(person)
  const total = Math.max(round.cast + round.missing, seats.length)
  // A member nobody asked takes a free seat, if there is one: the round would otherwise close without them.
  if (seats.length < total && claim.may.castVerdict.allowed) sit(me)
  while (seats.length < total) seats.push({ person: null, hasCast: false, isMe: false })
  return seats
}
