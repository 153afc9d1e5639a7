import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/platform/env'
import { Prisma, PrismaClient } from './generated/client'

export type Db = PrismaClient
/** What runs inside one transaction. */
export type Tx = Prisma.TransactionClient

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 5_000,
    options: '-c lock_timeout=8000 -c statement_timeout=30000',
  })
  return new PrismaClient({ adapter })
}

// Next reloads modules while developing; one pool must outlive that.
const held = globalThis as { assayDb?: PrismaClient }

/** The one database client of this process. */
export function db(): Db {
  held.assayDb ??= connect()
  return held.assayDb
}

/** Closes the pool; for scripts and tests. */
export async function closeDb(): Promise<void> {
  await held.assayDb?.$disconnect()
  held.assayDb = undefined
}

export { Prisma }
