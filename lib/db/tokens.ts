import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { notFound } from '@/lib/platform/app-error'
import type { Tx } from './client'
import { clockOf } from './clock'

type NewToken = { name: string; tokenHash: string; hint: string; expiresAt: Date | null }

/** Writes a bearer token of the actor's; returns its id and the content hash that its event announces. */
export async function insertToken(
  tx: Tx,
  actor: Actor,
  token: NewToken,
  at: Date,
): Promise<{ id: string; contentHash: string }> {
  const { workspaceId, memberId } = actor
  const row = await tx.apiToken.create({
    data: { ...token, workspaceId, memberId, createdAt: at },
    select: { id: true },
  })
  return { id: row.id, contentHash: tokenRowHash(token) }
}

/** What a token's event carries; its hash is the salt, since a token has 256 random bits. */
export function tokenRowHash({ name, tokenHash, hint, expiresAt }: NewToken): string {
  return contentHash(tokenHash, 'token', { name, hint, expiresAt: expiresAt?.toISOString() ?? null })
}

/** The actor's own tokens, newest first. */
export async function listOwnTokens(tx: Tx, { workspaceId, memberId }: Actor) {
  const at = await clockOf(tx)
  const rows = await tx.apiToken.findMany({
    where: { workspaceId, memberId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
  })
  return rows.map(row => tokenOf(row, at))
}

/** One of the actor's own tokens. Throws not-found, also for another member's. */
export async function readOwnToken(tx: Tx, { workspaceId, memberId }: Actor, id: string) {
  const row = await tx.apiToken.findFirst({ where: { id, workspaceId, memberId } })
  if (!row) throw notFound('token')
  return { ...tokenOf(row, await clockOf(tx)), memberId: row.memberId }
}

/** How many of the actor's tokens still open the desk. */
export async function countActiveTokens(tx: Tx, { workspaceId, memberId }: Actor, at: Date): Promise<number> {
  return await tx.apiToken.count({
    where: { workspaceId, memberId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
  })
}

/** Ends a token unless it was ended before; says whether it did. */
export async function revokeOwnToken(tx: Tx, { workspaceId, memberId }: Actor, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.apiToken.updateMany({
    where: { id, workspaceId, memberId, revokedAt: null },
    data: { revokedAt: at },
  })
  return count === 1
}

type TokenRow = {
  id: string
  name: string
  hint: string
  createdAt: Date
  lastUsedAt: Date | null
  expiresAt: Date | null
  revokedAt: Date | null
}

function tokenOf(row: TokenRow, at: Date) {
  const hasEnded = row.expiresAt !== null && row.expiresAt <= at
  const state: 'ACTIVE' | 'EXPIRED' | 'REVOKED' = row.revokedAt ? 'REVOKED' : hasEnded ? 'EXPIRED' : 'ACTIVE'
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    state,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }
}
