import type { Json } from '@/lib/domain/hash'
import { type EventLink, eventHash } from '@/lib/domain/hash-chain'
import type { Tx } from './client'

/** An event about to be written. `ids` says what it is about: ids, numbers and words of the glossary, never content. */
export type EventDraft = {
  type: string
  claimId?: string
  ids?: { readonly [key: string]: Json }
  /** The salted hash stored beside the content that this event announces. */
  contentHash?: string
}

export type StreamRef = { id: string; workspaceId: string }

/** Opens the history of a new statement or workspace. */
export async function openStream(tx: Tx, stream: StreamRef, kind: 'STATEMENT' | 'WORKSPACE'): Promise<void> {
  await tx.eventStream.create({ data: { id: stream.id, workspaceId: stream.workspaceId, kind } })
}

/**
 * Appends to a history and returns its new last number. The caller holds the statement's or workspace's lock; the
 * stream's own row is locked too, so that two streams' writers never share a number whatever the caller forgot.
 */
export async function appendEvents(
  tx: Tx,
  stream: StreamRef,
  actorId: string | null,
  at: Date,
  drafts: readonly EventDraft[],
): Promise<number> {
  const [head] = await tx.$queryRaw<{ seq: number; head: string | null }[]>`
    SELECT seq, head FROM event_stream WHERE id = ${stream.id}::uuid AND workspace_id = ${stream.workspaceId}::uuid FOR UPDATE`
  if (!head) throw new Error(`history ${stream.id} does not exist`)
  if (drafts.length === 0) return head.seq

  let prevHash = head.head
  const links = drafts.map((draft, index) => {
    const link = {
      streamId: stream.id,
      seq: head.seq + index + 1,
      type: draft.type,
      claimId: draft.claimId ?? null,
      ids: draft.ids ?? {},
      actorId,
      at: at.toISOString(),
      contentHash: draft.contentHash ?? null,
      prevHash,
    }
    const hash = eventHash(link)
    prevHash = hash
    return { ...link, hash }
  })
  await insertLinks(tx, stream, { actorId, at }, links)
  const seq = head.seq + links.length
  await tx.eventStream.update({ where: { id: stream.id }, data: { seq, head: prevHash } })
  return seq
}

type NewLink = Pick<EventLink, 'seq' | 'type' | 'claimId' | 'ids' | 'contentHash' | 'prevHash'> & { hash: string }

/** Ten thousand events are one statement, in their order: a new text may suspend as many claims. */
async function insertLinks(
  tx: Tx,
  { id, workspaceId }: StreamRef,
  { actorId, at }: { actorId: string | null; at: Date },
  links: readonly NewLink[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO event (workspace_id, stream_id, seq, type, claim_id, ids, actor_id, at, content_hash, prev_hash, hash)
    SELECT ${workspaceId}::uuid, ${id}::uuid, e.seq, e.type, e.claim_id, e.ids::jsonb, ${actorId}::uuid, ${at}::timestamptz,
      e.content_hash, e.prev_hash, e.hash
    FROM unnest(
      ${links.map(({ seq }) => seq)}::int[], ${links.map(({ type }) => type)}::text[],
      ${links.map(({ claimId }) => claimId)}::uuid[], ${links.map(({ ids }) => JSON.stringify(ids))}::text[],
      ${links.map(({ contentHash }) => contentHash)}::text[], ${links.map(({ prevHash }) => prevHash)}::text[],
      ${links.map(({ hash }) => hash)}::text[]
    ) AS e (seq, type, claim_id, ids, content_hash, prev_hash, hash)
    ORDER BY e.seq`
}
