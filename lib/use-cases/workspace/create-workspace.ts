import type { Tx } from '@/lib/db/client'
import { appendEvents, openStream } from '@/lib/db/events'
import { insertPolicy } from '@/lib/db/policies'
import { insertScale } from '@/lib/db/scales'
import {
  DEFAULT_IDLE_LIMIT_DAYS,
  insertWorkspaceRevision,
  settingsOf,
  type WorkspaceSettings,
} from '@/lib/db/workspace'
import { type ConsensusPolicy, DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { DEFAULT_SCALE, type RatingScale } from '@/lib/domain/scale'

export type NewWorkspace = Partial<WorkspaceSettings> & {
  name: string
  /** True for demonstration data. */
  isSample?: boolean
  scale?: Pick<RatingScale, 'name' | 'ratings'>
  policy?: ConsensusPolicy
}

/** Makes a desk with the first version of its settings, scale and policy, and opens its history. */
export async function createWorkspace(tx: Tx, draft: NewWorkspace, at: Date): Promise<{ id: string }> {
  const row = await tx.workspace.create({
    data: {
      name: draft.name,
      funding: draft.funding ?? '',
      correctionsPolicy: draft.correctionsPolicy ?? '',
      contactEmail: draft.contactEmail ?? null,
      showReviewerNames: draft.showReviewerNames ?? false,
      idleLimitDays: draft.idleLimitDays === undefined ? DEFAULT_IDLE_LIMIT_DAYS : draft.idleLimitDays,
      isSample: draft.isSample ?? false,
      createdAt: at,
    },
  })
  const stamp = { workspaceId: row.id, authorId: null, at }
  const settings = await insertWorkspaceRevision(tx, stamp, 1, settingsOf(row))
  const scale = await insertScale(tx, stamp, { ...(draft.scale ?? DEFAULT_SCALE), version: 1 })
  const policy = await insertPolicy(tx, stamp, { ...(draft.policy ?? DEFAULT_POLICY), version: 1 })
  const stream = { id: row.id, workspaceId: row.id }
  await openStream(tx, stream, 'WORKSPACE')
  await appendEvents(tx, stream, null, at, [
    { type: 'workspace.created', ids: { revision: 1, sample: row.isSample }, contentHash: settings },
    { type: 'scale.set', ids: { version: 1 }, contentHash: scale },
    { type: 'policy.set', ids: { version: 1 }, contentHash: policy },
  ])
  return { id: row.id }
}
