import type { Actor } from '@/lib/domain/actor'
import type { Consensus } from '@/lib/domain/consensus'
import type { RoundEnding, RoundState } from '@/lib/domain/vocabulary'
import { Prisma, type Tx } from './client'

/** True in SQL for a round (alias `r`) whose verdicts are open to every member of the desk: what `isRevealed` says of a row. */
export const isRevealedRound = Prisma.sql`(r.state = 'CLOSED' AND r.ending <> 'ABANDONED')`

export type RoundOpening = 'FIRST' | 'SPLIT' | 'RETURNED' | 'CLAIM_CHANGED' | 'REOPENED'

export type RoundRow = {
  number: number
  state: RoundState
  reason: RoundOpening
  claimRevision: number
  openedAt: Date
  closedAt: Date | null
  ending: RoundEnding | null
}

/** All rounds of a claim, oldest first. */
export async function readRounds(tx: Tx, actor: Actor, claimId: string): Promise<RoundRow[]> {
  return await tx.round.findMany({
    where: { workspaceId: actor.workspaceId, claimId },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      state: true,
      reason: true,
      claimRevision: true,
      openedAt: true,
      closedAt: true,
      ending: true,
    },
  })
}

type NewRound = { claimId: string; number: number; reason: RoundOpening; claimRevision: number }

/** Opens a sealed round. `byActor` tells one that a person started from one that the claim itself brought about. */
export async function insertRound(tx: Tx, actor: Actor, round: NewRound, at: Date, byActor: boolean): Promise<void> {
  await insertRounds(tx, actor, [round], at, byActor)
}

/** Opens sealed rounds of many claims. */
export async function insertRounds(
  tx: Tx,
  { workspaceId, memberId }: Actor,
  rounds: readonly NewRound[],
  at: Date,
  byActor: boolean,
): Promise<void> {
  const openedById = byActor ? memberId : null
  await tx.round.createMany({ data: rounds.map(round => ({ ...round, workspaceId, openedAt: at, openedById })) })
}

type Place = { claimId: string; round: number }

/** Freezes an open round's verdicts and opens them to the desk. `byActor`: an editor closed it, it was not complete by itself. */
export async function closeCounted(
  tx: Tx,
  actor: Actor,
  place: Place,
  consensus: Consensus,
  at: Date,
  byActor: boolean,
): Promise<void> {
  await tx.round.update({
    where: whereOf(actor, place),
    data: {
      state: 'CLOSED',
      ending: 'COUNTED',
      closedAt: at,
      closedById: byActor ? actor.memberId : null,
      consensus: consensus.status,
      rating: consensus.status === 'AGREED' ? consensus.rating : null,
      splitReason: 'reason' in consensus ? consensus.reason : null,
    },
  })
}

/** Ends an open round unseen: what was cast in it stays sealed to all but its authors. */
export async function abandon(tx: Tx, actor: Actor, place: Place, at: Date): Promise<void> {
  await tx.round.update({
    where: whereOf(actor, place),
    data: { state: 'CLOSED', ending: 'ABANDONED', closedAt: at, closedById: actor.memberId },
  })
}

/** Marks a closed round as returned by an editor: its verdicts stay open, it counts towards no maximum. */
export async function markReturned(tx: Tx, actor: Actor, place: Place): Promise<void> {
  await tx.round.update({ where: whereOf(actor, place), data: { ending: 'RETURNED' } })
}

/** Lets an open round in which no verdict stands go on with a newer revision of the claim. */
export async function rateRevision(tx: Tx, actor: Actor, place: Place, claimRevision: number): Promise<void> {
  await tx.round.update({ where: whereOf(actor, place), data: { claimRevision } })
}

function whereOf(actor: Actor, { claimId, round }: Place) {
  return { workspaceId_claimId_number: { workspaceId: actor.workspaceId, claimId, number: round } }
}
