import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Db } from './client'

let expected: Promise<string[]> | undefined

/** Migrations that this version brings and the database lacks, by name and in order. Throws when it cannot be asked. */
export async function unappliedMigrations(db: Db): Promise<string[]> {
  expected ??= migrationNames()
  const [history] = await db.$queryRaw<
    { exists: boolean }[]
  >`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`
  if (!history?.exists) return await expected
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  const applied = new Set(rows.map(({ name }) => name))
  return (await expected).filter(name => !applied.has(name))
}

/** The folders of prisma/migrations, which lies beside the build wherever the server is started. */
async function migrationNames(): Promise<string[]> {
  const entries = await readdir(path.join(process.cwd(), 'prisma/migrations'), { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
