import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import type { Role } from '@/lib/domain/vocabulary'
import { notFound } from '@/lib/platform/app-error'
import type { Tx } from './client'
import { clockOf } from './clock'

type NewInvite = {
  workspaceId: string
  /** Null only for the set-up link of a new desk. */
  email: string | null
  role: Role
  tokenHash: string
  createdById: string | null
}

/** Writes an invitation; returns its id and the content hash that its event announces. */
export async function insertInvite(
  tx: Tx,
  invite: NewInvite,
  at: Date,
  days: number,
): Promise<{ id: string; contentHash: string }> {
  const expiresAt = new Date(at.getTime() + days * 86_400_000)
  const { id } = await tx.invite.create({ data: { ...invite, createdAt: at, expiresAt }, select: { id: true } })
  return { id, contentHash: inviteHash({ ...invite, expiresAt }) }
}

/** What an invitation's event carries; its token's hash is the salt, since a token has 256 random bits. */
export function inviteHash(row: Pick<NewInvite, 'email' | 'tokenHash'> & { expiresAt: Date }): string {
  return contentHash(row.tokenHash, 'invite', { email: row.email, expiresAt: row.expiresAt.toISOString() })
}

/** The desk's invitations, newest first. */
export async function listInviteRows(tx: Tx, actor: Actor) {
  const at = await clockOf(tx)
  const rows = await tx.invite.findMany({
    where: { workspaceId: actor.workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
  })
  return rows.map(row => inviteOf(row, at))
}

/** One invitation of the desk. Throws not-found. */
export async function readInviteRow(tx: Tx, actor: Actor, id: string) {
  const row = await tx.invite.findFirst({ where: { id, workspaceId: actor.workspaceId } })
  if (!row) throw notFound('invitation')
  return inviteOf(row, await clockOf(tx))
}

type InviteRow = {
  id: string
  email: string | null
  role: Role
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

function inviteOf(row: InviteRow, at: Date) {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    state: stateOf(row, at),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}

function stateOf(row: InviteRow, at: Date): 'OPEN' | 'ACCEPTED' | 'EXPIRED' | 'REVOKED' {
  if (row.acceptedAt) return 'ACCEPTED'
  if (row.revokedAt) return 'REVOKED'
  return row.expiresAt <= at ? 'EXPIRED' : 'OPEN'
}

/** Takes an invitation back unless it was used or taken back meanwhile; says whether it did. */
export async function revokeInviteRow(tx: Tx, actor: Actor, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.invite.updateMany({
    where: { id, workspaceId: actor.workspaceId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: at },
  })
  return count === 1
}

/** The invitation that a token opens now, with its desk, or null: unknown, used, taken back and ended look the same. */
export async function findOpenInvite(tx: Tx, tokenHash: string, at: Date) {
  const row = await tx.invite.findUnique({
    where: { tokenHash },
    include: { workspace: { select: { id: true, name: true } } },
  })
  if (!row || row.acceptedAt || row.revokedAt || row.expiresAt <= at) return null
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    workspace: row.workspace,
    /** The link with which a new desk's first administrator sets it up. */
    isSetUp: row.createdById === null && row.email === null,
  }
}

/** Holds an invitation until the transaction ends: of two who use it at once, the second finds it used. */
export async function lockInvite(tx: Tx, tokenHash: string): Promise<void> {
  await tx.$queryRaw`SELECT id::text FROM invite WHERE token_hash = ${tokenHash} FOR UPDATE`
}

/** Marks an invitation as used by the member it made. */
export async function markAccepted(tx: Tx, id: string, memberId: string, at: Date): Promise<void> {
  await tx.invite.update({ where: { id }, data: { acceptedAt: at, acceptedById: memberId } })
}
