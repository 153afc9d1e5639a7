import type { Actor } from '@/lib/domain/actor'
import { canonicalJson, type Json, sha256Hex } from '@/lib/domain/hash'
import { AppError } from '@/lib/platform/app-error'
import type { Db, Tx } from './client'

type Keyed = { id: string; secrets: readonly string[] }

/** The reply stored under this key, or null when the request is new. Throws key-reused for another request under the same key. */
export async function replayed(
  tx: Tx,
  actor: Actor,
  contract: Keyed,
  input: unknown,
  key: string | undefined,
): Promise<{ reply: unknown } | null> {
  if (key === undefined) return null
  // Two requests with one key run one after the other, whatever else they lock.
  await tx.$queryRaw`SELECT 1 AS ok FROM pg_advisory_xact_lock(hashtextextended(${`${actor.memberId}:${key}`}, 0))`
  const row = await tx.idempotencyKey.findUnique({ where: { memberId_key: { memberId: actor.memberId, key } } })
  if (!row) return null
  if (row.requestHash !== requestHash(contract, input)) {
    throw new AppError(
      'key-reused',
      'This Idempotency-Key was used for another request. Send a new key with a new request.',
    )
  }
  return { reply: row.reply }
}

/** Stores the reply under its key, secrets left out, in the transaction that made it. */
export async function remember(
  tx: Tx,
  actor: Actor,
  contract: Keyed,
  input: unknown,
  key: string | undefined,
  reply: unknown,
): Promise<void> {
  if (key === undefined) return
  await tx.idempotencyKey.create({
    data: {
      workspaceId: actor.workspaceId,
      memberId: actor.memberId,
      key,
      requestHash: requestHash(contract, input),
      reply: withoutSecrets(contract, reply) as object, // replies are objects by contract
    },
  })
}

/** How long a reply is kept for a request sent again. */
const KEPT_DAYS = 1

/** Forgets the replies, with their keys, that are older than that: of any desk. Returns how many. */
export async function deleteOldReplies(db: Db): Promise<number> {
  return await db.$executeRaw`
    DELETE FROM idempotency_key WHERE created_at < clock_timestamp() - make_interval(days => ${KEPT_DAYS}::int)`
}

function requestHash(contract: Keyed, input: unknown): string {
  return sha256Hex(canonicalJson({ operation: contract.id, input: JSON.parse(JSON.stringify(input ?? null)) as Json })) // JSON.parse yields Json
}

function withoutSecrets(contract: Keyed, reply: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(reply)) as Record<string, unknown> // replies are objects by contract
  for (const field of contract.secrets) copy[field] = null
  return copy
}
