import type { Awaiting } from '@/lib/domain/consensus'
import type { ClaimStage, ClaimStatus, RoundEnding, RoundState } from '@/lib/domain/vocabulary'

/** Who is wanted in a round and who has come. All lists hold member ids, each at most once. */
export interface Attendance {
  readonly assigned: readonly string[]
  /** Recused from this round. */
  readonly recused: readonly string[]
  /** Whose verdict stands in this round; a withdrawn one does not. */
  readonly cast: readonly string[]
  /** The quorum in force for this claim. */
  readonly quorum: number
}

/** True once a round's verdicts are open to every member of the desk, and will stay so: it has closed, and was not abandoned. */
export function isRevealed({
  state,
  ending,
}: {
  readonly state: RoundState
  readonly ending: RoundEnding | null
}): boolean {
  return state === 'CLOSED' && ending !== 'ABANDONED'
}

/** How many verdicts count: those of members who have not recused themselves. */
export function countedIn({ recused, cast }: Pick<Attendance, 'recused' | 'cast'>): number {
  return without(cast, recused).length
}

/** How many more verdicts close the round: up to the quorum, and one of everyone assigned. */
export function missingIn(attendance: Attendance): number {
  const { assigned, recused, cast, quorum } = attendance
  const asked = without(without(assigned, recused), cast).length
  return Math.max(asked, quorum - countedIn(attendance))
}

/** How many verdicts an open round has when it closes: those that are in, and those it waits for. */
export function seatsIn({ cast, missing }: { readonly cast: number; readonly missing: number }): number {
  return cast + missing
}

/** Whether the round closes by itself: everyone assigned has cast, and a quorum has. */
export function isComplete(attendance: Attendance): boolean {
  return missingIn(attendance) === 0
}

/**
 * Where an open round stands: how many verdicts are missing, and whether enough members are left to reach the quorum.
 * `members` are the ids of those who may rate now; a verdict stays counted when its reviewer has left since.
 */
export function awaitingIn(attendance: Attendance, members: readonly string[]): Awaiting {
  const { recused, cast, quorum } = attendance
  const missing = missingIn(attendance)
  const eligible = new Set(without([...members, ...cast], recused)).size
  return eligible < quorum
    ? { status: 'AWAITING', missing, unreachable: { eligible, quorum } }
    : { status: 'AWAITING', missing }
}

export interface NumberedRound {
  readonly number: number
  /** Null while open. */
  readonly ending: RoundEnding | null
  /** The revision of the claim that was rated. */
  readonly claimRevision: number
}

/**
 * The number of round `current` among the counted ones, from 1: of those before it, returned and abandoned rounds do not
 * count, and neither do those that rated another wording of the claim.
 */
export function countedRoundNumber(rounds: readonly NumberedRound[], current: number): number {
  const rated = rounds.find(({ number }) => number === current)?.claimRevision
  const isBefore = ({ number, ending, claimRevision }: NumberedRound) =>
    number < current && ending === 'COUNTED' && claimRevision === rated
  return 1 + rounds.filter(isBefore).length
}

/** Why the claim's next round cannot start now, in a sentence; null when it can. Only a split or a returned claim goes on. */
export function nextRoundProblem({ status }: { readonly status: ClaimStatus }): string | null {
  switch (status) {
    case 'SPLIT':
    case 'RETURNED':
      return null
    case 'AWAITING':
      return 'The current round is still open.'
    case 'AGREED':
      return 'The reviewers agree: decide the claim, or return it for another round.'
    case 'ESCALATED':
      return 'The claim is split after the last round its policy allows: an editor resolves it, or returns it.'
    case 'APPROVED':
    case 'DISMISSED':
      return closedStageProblem('DECIDED')
    case 'WITHDRAWN':
    case 'MERGED':
      return closedStageProblem(status)
  }
}

/** Why nothing more happens to a claim that is not open, and what to do instead. */
export function closedStageProblem(stage: Exclude<ClaimStage, 'OPEN'>): string {
  switch (stage) {
    case 'DECIDED':
      return 'This claim has been decided. Reopen it first.'
    case 'WITHDRAWN':
      return 'This claim has been withdrawn.'
    case 'MERGED':
      return 'This claim has been merged into another; work goes on there.'
  }
}

function without(ids: readonly string[], excluded: readonly string[]): string[] {
  return ids.filter(id => !excluded.includes(id))
}
