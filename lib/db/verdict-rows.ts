import type { Actor } from '@/lib/domain/actor'
import { contentHash, type Json } from '@/lib/domain/hash'
import type { Confidence, Stance } from '@/lib/domain/vocabulary'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'
import { type SourceParticulars, upsertSources } from './sources'

/** What a reviewer casts. */
export type VerdictContent = {
  scaleVersion: number
  rating: string
  confidence: Confidence
  rationale: string
  citations: readonly { source: SourceParticulars; stance: Stance; quote: string | null; note: string | null }[]
}

export type CastRow = { id: string; revision: number; contentHash: string }

type Place = { claimId: string; round: number }

/** Writes the actor's verdict in a round; one cast before stays and is superseded. */
export async function insertVerdict(
  tx: Tx,
  actor: Actor,
  place: Place,
  content: VerdictContent,
  at: Date,
): Promise<CastRow> {
  const sources = await upsertSources(
    tx,
    actor,
    content.citations.map(({ source }) => source),
    at,
  )
  const citations = content.citations.map(({ stance, quote, note }, ord) => {
    const source = sources[ord]
    if (!source) throw new Error('every citation has a source')
    return { ord, stance, quote, note, source }
  })
  const { scaleVersion, rating, confidence, rationale } = content
  const body = {
    scaleVersion,
    rating,
    confidence,
    rationale,
    citations: citations.map(({ stance, quote, note, source }) => ({
      source: source.fingerprint,
      stance,
      quote,
      note,
    })),
  }
  const row = await insertRow(tx, actor, place, body, { scaleVersion, rating, confidence, rationale }, at)
  if (citations.length > 0) {
    await tx.citation.createMany({
      data: citations.map(({ source, ...citation }) => ({
        ...citation,
        workspaceId: actor.workspaceId,
        verdictId: row.id,
        sourceId: source.id,
      })),
    })
  }
  return row
}

/** Takes the actor's verdict in a round back by a row that supersedes it. */
export async function insertWithdrawal(tx: Tx, actor: Actor, place: Place, at: Date): Promise<CastRow> {
  return await insertRow(tx, actor, place, { isWithdrawal: true }, { isWithdrawal: true, rationale: '' }, at)
}

type Columns =
  | { scaleVersion: number; rating: string; confidence: Confidence; rationale: string }
  | { isWithdrawal: true; rationale: '' }

/** `body` is exactly what the content hash covers, besides where the row stands and, for a trainee's verdict alone, that it is one. */
async function insertRow(
  tx: Tx,
  actor: Actor,
  { claimId, round }: Place,
  body: { readonly [key: string]: Json },
  columns: Columns,
  at: Date,
): Promise<CastRow> {
  const where = { workspaceId: actor.workspaceId, claimId, round, reviewerId: actor.memberId }
  const last = await tx.verdict.aggregate({ where, _max: { revision: true } })
  const revision = (last._max.revision ?? 0) + 1
  const salt = newSalt()
  const isTrainee = actor.isTrainee === true && !('isWithdrawal' in columns)
  const learning = isTrainee ? { isTrainee } : {}
  const hash = contentHash(salt, 'verdict', {
    claimId,
    round,
    reviewerId: actor.memberId,
    revision,
    ...body,
    ...learning,
  })
  const { id } = await tx.verdict.create({
    data: { ...where, ...columns, isTrainee, revision, castAt: at, salt, contentHash: hash },
    select: { id: true },
  })
  return { id, revision, contentHash: hash }
}
