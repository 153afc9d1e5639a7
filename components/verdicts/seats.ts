import type { ClaimDto } from '@/lib/contracts/claims'
import type { PersonDto } from '@/lib/contracts/people'
import { seatsIn } from '@/lib/domain/round'

/** One place in an open round; without a person it is still free. A trainee sits beside the round: seen, not counted. */
export type Seat = { person: PersonDto | null; hasCast: boolean; isMe: boolean; isTrainee: boolean }

type Seated = Pick<ClaimDto, 'round' | 'assigned' | 'recused' | 'rounds' | 'may' | 'iHaveCast'>

/**
 * Who sits in the open round: those who have cast, the reader if they may, those who were asked, then free seats up to
 * what it takes to close; trainees last, who fill none of the seats.
 */
export function seatsOf(claim: Seated, me: PersonDto & { isTrainee?: boolean }): Seat[] {
  const { round, assigned, recused } = claim
  const cast = claim.rounds.at(-1)?.castBy ?? []
  const seats: Seat[] = []
  const beside: Seat[] = []
  const sit = ({ isTrainee = false, ...person }: PersonDto & { isTrainee?: boolean }, hasCast: boolean) => {
    const row = isTrainee ? beside : seats
    const isSeated = row.some(seat => seat.person?.id === person.id)
    if (!isSeated) row.push({ person, hasCast, isMe: person.id === me.id, isTrainee })
  }
  for (const person of cast) sit(person, true)
  const asked = assigned.filter(({ id }) => !recused.some(({ person }) => person.id === id))
  for (const person of asked) sit(person, false)
  const total = Math.max(seatsIn(round), seats.length)
  // A member nobody asked takes a free seat, if there is one: the round would otherwise close without them.
  if (claim.may.castVerdict.allowed && (me.isTrainee || seats.length < total)) sit(me, false)
  while (seats.length < total) seats.push({ person: null, hasCast: false, isMe: false, isTrainee: false })
  return [...seats, ...beside]
}
