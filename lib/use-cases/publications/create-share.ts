import { createShareContract } from '@/lib/contracts/publications'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { readEmbargo } from '@/lib/db/plans'
import { findPublication } from '@/lib/db/publications'
import { readShare, shareHash } from '@/lib/db/shares'
import type { Actor } from '@/lib/domain/actor'
import { AppError, notFound } from '@/lib/platform/app-error'
import { publicOrigin } from '@/lib/platform/env'
import { hashSecret, newSecret } from '@/lib/platform/secrets'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'

/** Makes a read-only link to a publication. Its address is in this reply alone; the token is stored as its hash. */
export const createShare = defineCommand({
  contract: createShareContract,
  action: 'share.create',
  lock: 'statement',
  async load(tx, actor, { statementId, publicationId }) {
    const publication = await findPublication(tx, actor, statementId, publicationId)
    if (publication) return { publication, embargoUntil: await readEmbargo(tx, actor.workspaceId, statementId) }
    if (publicationId !== undefined) throw notFound('publication')
    throw new AppError('conflict', 'Nothing of this statement is published yet. Publish it first, then share it.')
  },
  facts: ({ embargoUntil }) => ({ embargoUntil }),
  async run({ tx, actor, input: { statementId, label, expiresAt }, resource: { publication }, at }) {
    const token = newSecret()
    const share = { statementId, publicationId: publication.id, label, expiresAt: expiryOf(expiresAt, at), at }
    const { id, event } = await insertShare(tx, actor, share, token)
    return { value: { id, url: shareAddress(token) }, events: [event] }
  },
  present: async (tx, actor, { id, url }) => ({ ...(await readShare(tx, actor, id)), url }),
})

type NewShare = {
  statementId: string
  publicationId: string
  label: string | null
  expiresAt: Date | null
  at: Date
}

/** Stores a link under its token's hash and says what to append to the statement's history. Also the demo desk's way to a link it knows. */
export async function insertShare(
  tx: Tx,
  actor: Actor,
  { at, ...share }: NewShare,
  token: string,
): Promise<{ id: string; event: EventDraft }> {
  const { workspaceId, memberId } = actor
  const row = { ...share, tokenHash: hashSecret(token), hint: token.slice(0, 6) }
  const { id } = await tx.share.create({
    data: { ...row, workspaceId, createdById: memberId, createdAt: at },
    select: { id: true },
  })
  const ids = { shareId: id, publicationId: share.publicationId }
  return { id, event: { type: 'share.created', ids, contentHash: shareHash(row) } }
}

/** Where a link's bearer reads. */
function shareAddress(token: string): string {
  return `${publicOrigin()}/s/${token}`
}

/** By the database's clock, so that a link cannot end before it begins. */
function expiryOf(expiresAt: string | null, now: Date): Date | null {
  if (expiresAt === null) return null
  const expiry = new Date(expiresAt)
  if (expiry > now) return expiry
  throw invalidInput('expiresAt', 'Choose a moment in the future, or none for a link that does not end by itself.')
}
