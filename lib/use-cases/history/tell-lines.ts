import type { HistoryLineDto } from '@/lib/contracts/history'
import { type People, readPeople } from '@/lib/db/claim-people'
import { type ClaimRecord, findClaims } from '@/lib/db/claim-record'
import { scaleOf } from '@/lib/db/claim-scale'
import type { Tx } from '@/lib/db/client'
import { outcomeOf } from '@/lib/db/decision-binding'
import {
  type HistoryRow,
  readDecisionFacts,
  readLoweringReasons,
  readReopeningReasons,
  readReviewNotes,
  readRoundsOf,
} from '@/lib/db/history'
import { readVerdicts } from '@/lib/db/verdicts'
import type { Actor } from '@/lib/domain/actor'
import { valueIn } from '@/lib/domain/history-ids'
import { historyGroupOf, historyLine, type LineFacts } from '@/lib/domain/history-lines'
import { isRevealed } from '@/lib/domain/round'
import { type RatingScale, ratingOf, wornRating } from '@/lib/domain/scale'
import { consensusSentence, type SentencePart } from '@/lib/domain/sentence'

/** Events as sentences. Everything they say beside the events' ids is read through the scoped reads, so that the seal holds. */
export async function tellLines(tx: Tx, actor: Actor, rows: readonly HistoryRow[]): Promise<HistoryLineDto[]> {
  const people = await readPeople(tx, actor)
  const claims = await readClaimsTold(tx, actor, rows)
  const facts = await readFacts(tx, actor, rows, claims)
  const lines: HistoryLineDto[] = []
  for (const row of rows) {
    const { seq, type, claimId, at, hash, actorId } = row
    const claim = claimId === null ? undefined : claims.get(claimId)
    const scale = claim && (await scaleOf(tx, actor, claim))
    const line = historyLine(row, { ...facts(row, scale), ...named(people, row, claims) })
    lines.push({
      seq,
      type,
      group: historyGroupOf(type),
      at: at.toISOString(),
      actor: actorId === null ? null : people.of(actorId),
      claim: claim ? { id: claim.id, claimReviewed: claim.claimReviewed } : null,
      line,
      ratings: scale ? wornIn(line, scale) : [],
      hash,
    })
  }
  return lines
}

type Claims = ReadonlyMap<string, ClaimRecord>

/** The claims that the events concern, and those that others were merged into. */
async function readClaimsTold(tx: Tx, actor: Actor, rows: readonly HistoryRow[]): Promise<Claims> {
  const ids = rows.flatMap(row => [row.claimId ?? [], idIn(row, 'intoId') ?? []].flat())
  const records = ids.length === 0 ? [] : await findClaims(tx, actor, [...new Set(ids)])
  return new Map(records.map(record => [record.id, record]))
}

function named(people: People, row: HistoryRow, claims: Claims): Pick<LineFacts, 'actor' | 'nameOf' | 'into'> {
  const into = idIn(row, 'intoId')
  return {
    actor: row.actorId === null ? null : people.of(row.actorId).name,
    nameOf: id => people.of(id).name,
    into: (into && claims.get(into)?.claimReviewed) ?? null,
  }
}

type Told = Pick<LineFacts, 'outcome' | 'isClosedByHand' | 'rating' | 'action' | 'reason'>

/** What the rows say that the events announce, as far as every member may read it. */
async function readFacts(tx: Tx, actor: Actor, rows: readonly HistoryRow[], claims: Claims) {
  const idsOf = (type: string, name: string) => rows.flatMap(row => (row.type === type ? (idIn(row, name) ?? []) : []))
  const claimsOf = (type: string) => [...new Set(rows.flatMap(row => (row.type === type ? (row.claimId ?? []) : [])))]
  const decisions = await readDecisionFacts(tx, actor, idsOf('claim.decided', 'decisionId'))
  const reopenings = await readReopeningReasons(tx, actor, idsOf('claim.reopened', 'reopeningId'))
  const lowerings = await readLoweringReasons(tx, actor, claimsOf('claim.quorum-lowered'))
  const reviewed = ['target.confirmed', 'target.moved'].flatMap(type => idsOf(type, 'targetId'))
  const notes = await readReviewNotes(tx, actor, reviewed)
  const closing = claimsOf('round.closed')
  const rounds = await readRoundsOf(tx, actor, closing)
  const verdicts = closing.length === 0 ? [] : await readVerdicts(tx, actor, closing)

  function outcomeIn(row: HistoryRow, scale: RatingScale | undefined): Pick<Told, 'outcome' | 'isClosedByHand'> {
    const number = valueIn(row, 'round')
    const record = row.claimId === null ? undefined : claims.get(row.claimId)
    const own = rounds.filter(({ claimId }) => claimId === row.claimId)
    const round = own.find(one => one.number === number)
    if (row.type !== 'round.closed' || !record || !scale || !round || !isRevealed(round)) {
      return { outcome: null, isClosedByHand: false }
    }
    const matter = { record, scale, rounds: own, verdicts: verdicts.filter(({ claimId }) => claimId === record.id) }
    const outcome = consensusSentence(outcomeOf(matter, round.number), scale)
    return { outcome, isClosedByHand: round.closedById !== null }
  }

  return (row: HistoryRow, scale: RatingScale | undefined): Told => {
    const decision = decisions.get(idIn(row, 'decisionId') ?? '')
    const rating = row.type === 'claim.decided' && scale && decision?.rating ? labelled(scale, decision.rating) : null
    return {
      ...outcomeIn(row, scale),
      rating,
      action: row.type === 'claim.decided' ? (decision?.action ?? null) : null,
      reason:
        reopenings.get(idIn(row, 'reopeningId') ?? '') ??
        lowerings.get(`${row.claimId} ${valueIn(row, 'lowering')}`) ??
        notes.get(idIn(row, 'targetId') ?? '') ??
        (row.type === 'claim.decided' ? (decision?.reason ?? null) : null),
    }
  }
}

function labelled(scale: RatingScale, key: string): SentencePart {
  return { text: ratingOf(scale, key).label, rating: key }
}

/** The ratings that a sentence names, as they are worn. */
function wornIn(line: readonly SentencePart[], scale: RatingScale) {
  const keys = new Set(line.flatMap(({ rating }) => rating ?? []))
  return [...keys].map(key => wornRating(scale, key))
}

function idIn(row: HistoryRow, name: string): string | undefined {
  const value = valueIn(row, name)
  return typeof value === 'string' ? value : undefined
}
