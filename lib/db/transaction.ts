import { setTimeout as sleep } from 'node:timers/promises'
import { type Db, Prisma, type Tx } from './client'

const ATTEMPTS = 5

/**
 * Runs `work` in one short transaction and runs it whole again when PostgreSQL asks for that (deadlock, serialization).
 * No network inside: it holds a statement's lock.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { maxWait: 8_000, timeout: 15_000 })
    } catch (error) {
      if (attempt === ATTEMPTS || !isWriteConflict(error)) throw error
      await sleep(attempt * 10 + Math.random() * 40 * attempt)
    }
  }
}

/** True for the errors that say "the same transaction may succeed when it is run again". */
export function isWriteConflict(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2034') return true
    if (error.code !== 'P2010') return false
  }
  return kindsOf(error).some(kind => kind === 'TransactionWriteConflict')
}

/** Driver adapter errors carry their kind in `cause`, sometimes below `meta.driverAdapterError`. */
function kindsOf(error: unknown, depth = 0): string[] {
  if (depth > 4 || typeof error !== 'object' || error === null) return []
  const bag = error as { kind?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } } // Shapes vary by layer; every field is checked below.
  const own = typeof bag.kind === 'string' ? [bag.kind] : []
  return [...own, ...kindsOf(bag.cause, depth + 1), ...kindsOf(bag.meta?.driverAdapterError, depth + 1)]
}

/** Lock not granted, statement cancelled for its time; Prisma: no connection or no transaction in time, transaction expired. */
const OUT_OF_TIME = /^(55P03|57014|P2024|P2028)$/

/** True for the errors that say "too much is going on": a lock, a connection or an answer did not come in time. Nothing was written. */
export function isOutOfTime(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (/timeout exceeded when trying to connect/.test(error.message)) return true
  return codesOf(error).some(code => OUT_OF_TIME.test(code))
}

/** Prisma's code for an error and PostgreSQL's own, as far as they are told. */
function codesOf(error: Error): string[] {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return []
  const inner = error.meta?.driverAdapterError
  const cause = inner instanceof Error && typeof inner.cause === 'object' ? inner.cause : null
  const codes = [error.code, cause && 'originalCode' in cause ? cause.originalCode : undefined]
  return codes.filter(code => typeof code === 'string')
}

/** True when a unique constraint refused a row. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

/** What our triggers raise; Prisma words it as if it came of a foreign key. */
const RESTRICT_VIOLATION = '23001'

/** True when a trigger or check of ours refused a row. */
export function isGuardViolation(error: unknown): boolean {
  if (error instanceof Error && codesOf(error).includes(RESTRICT_VIOLATION)) return true
  const text = error instanceof Error ? `${error.message} ${String((error as { cause?: unknown }).cause ?? '')}` : ''
  return /restrict_violation|23001|is closed|append-only/.test(text)
}
