import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import type { SpanSelector } from '@/lib/domain/selectors'
import type { AnchorState, TargetReviewAction } from '@/lib/domain/vocabulary'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'

type ReviewContent = {
  targetId: string
  action: TargetReviewAction
  found: AnchorState
  exact: string
  start: number
  end: number
  note: string | null
  authorId: string
}

/** Exactly what the content hash of a review covers. */
export function reviewBody({ targetId, action, found, exact, start, end, note, authorId }: ReviewContent) {
  return { targetId, action, found, exact, start, end, note, authorId }
}

export type Review = {
  targetId: string
  action: TargetReviewAction
  /** How the mapping had left it. */
  found: Exclude<AnchorState, 'ANCHORED'>
  /** Where it stands from now on, in the current text. */
  span: SpanSelector
  note: string | null
}

/** Writes what a person found of a target, lets it stand in its version, and returns the content hash that the event announces. */
export async function insertReview(
  tx: Tx,
  { workspaceId, memberId: authorId }: Actor,
  { targetId, action, found, span, note }: Review,
  versionNumber: number,
  at: Date,
): Promise<string> {
  const { exact, prefix, suffix, start, end } = span
  const salt = newSalt()
  const content = { targetId, action, found, exact, start, end, note, authorId }
  const hash = contentHash(salt, 'target-review', reviewBody(content))
  await tx.targetReview.create({ data: { ...content, workspaceId, at, salt, contentHash: hash } })
  await tx.target.update({
    where: { workspaceId_id: { workspaceId, id: targetId }, versionNumber },
    data: { exact, prefix, suffix, start, end, anchorState: 'ANCHORED', anchoredIn: versionNumber },
    select: { id: true },
  })
  return hash
}
