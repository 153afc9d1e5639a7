import type { Actor } from '@/lib/domain/actor'
import { notFound } from '@/lib/platform/app-error'
import { type People, readPeople } from './claim-people'
import type { Tx } from './client'
import { presentQuote, readQuotable } from './comment-quotes'
import type { VerdictRow } from './verdicts'

type Wording = { number: number; text: string; mentionIds: string[]; isWithdrawn: boolean; at: Date }

type Row = {
  id: string
  authorId: string
  text: string
  mentionIds: string[]
  at: Date
  parentId: string | null
  round: number
  quotedVerdictId: string | null
  quotedCitationId: string | null
  revisions: Wording[]
  resolutions: { isResolved: boolean; authorId: string; at: Date }[]
}

const shown = {
  id: true,
  authorId: true,
  text: true,
  mentionIds: true,
  at: true,
  parentId: true,
  round: true,
  quotedVerdictId: true,
  quotedCitationId: true,
  revisions: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { number: true, text: true, mentionIds: true, isWithdrawn: true, at: true },
  },
  resolutions: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { isResolved: true, authorId: true, at: true },
  },
} as const

/** A claim's discussion, oldest first, each comment as it stands now. */
export async function readComments(tx: Tx, actor: Actor, claimId: string) {
  const rows: Row[] = await tx.comment.findMany({
    where: { workspaceId: actor.workspaceId, claimId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: shown,
  })
  if (rows.length === 0) return []
  const people = await readPeople(tx, actor)
  const isQuoting = rows.some(row => row.quotedVerdictId !== null || row.quotedCitationId !== null)
  const verdicts = isQuoting ? await readQuotable(tx, actor, claimId) : []
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
  return rows.map(row => presentComment(row, threadAbove(parents, row.parentId), people, verdicts))
}

/** One comment of a claim of the actor's desk, as it stands now. Throws not-found. */
export async function readComment(tx: Tx, actor: Actor, { claimId, id }: { claimId: string; id: string }) {
  const comments = await readComments(tx, actor, claimId)
  const comment = comments.find(one => one.id === id)
  if (!comment) throw notFound('comment')
  return comment
}

/** Every wording of a comment, oldest first; none where its author took it back, since that takes them from view. */
export async function readWordings(tx: Tx, actor: Actor, commentId: string) {
  const row = await tx.comment.findUnique({
    where: { workspaceId_id: { workspaceId: actor.workspaceId, id: commentId } },
    select: { ...shown, revisions: { ...shown.revisions, orderBy: { number: 'asc' }, take: 1_000 } },
  })
  if (!row) throw notFound('comment')
  const wordings: Wording[] = [{ ...row, number: 1, isWithdrawn: false }, ...row.revisions]
  if (wordings.at(-1)?.isWithdrawn) return []
  const people = await readPeople(tx, actor)
  return wordings.map(({ number, text, mentionIds, at }) => ({
    number,
    text,
    mentions: mentionIds.map(people.of),
    at: at.toISOString(),
  }))
}

/** The comment that began the thread; null where this one did. */
function threadAbove(parents: ReadonlyMap<string, string | null>, parentId: string | null): string | null {
  if (parentId === null) return null
  return threadAbove(parents, parents.get(parentId) ?? null) ?? parentId
}

function presentComment(row: Row, threadId: string | null, people: People, verdicts: readonly VerdictRow[]) {
  const [latest] = row.revisions
  const [resolution] = row.resolutions
  const isWithdrawn = latest?.isWithdrawn ?? false
  return {
    id: row.id,
    author: people.of(row.authorId),
    text: latest?.text ?? row.text,
    at: row.at.toISOString(),
    parentId: threadId,
    round: row.round,
    mentions: (latest?.mentionIds ?? row.mentionIds).map(people.of),
    quote: isWithdrawn ? null : presentQuote(verdicts, row, people),
    version: latest?.number ?? 1,
    editedAt: latest && !isWithdrawn ? latest.at.toISOString() : null,
    isWithdrawn,
    resolution: resolution
      ? {
          isResolved: resolution.isResolved,
          by: people.of(resolution.authorId),
          at: resolution.at.toISOString(),
        }
      : null,
  }
}
