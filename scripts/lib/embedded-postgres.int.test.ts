import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureDatabase, refuseForgetfulServer, withClient } from './database.mjs'
import { startPostgres } from './embedded-postgres.mjs'
import { applyMigrations } from './migrate.mjs'
import { findPostmaster } from './postmaster.mjs'

let dataDir = ''
let postgres: Awaited<ReturnType<typeof startPostgres>>

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'embedded-'))
  // So that root's server, which runs as nobody, gets through to its files.
  chmodSync(dataDir, 0o711)
  postgres = await startPostgres({ dataDir })
})
afterAll(async () => {
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const one = (url: string, sql: string) =>
  withClient(url, async client => Object.values((await client.query(sql)).rows[0])[0])

describe('startPostgres', () => {
  it('makes a durable server that sorts the same everywhere and keeps its secrets to itself', async () => {
    expect(postgres.isFresh).toBe(true)
    await expect(refuseForgetfulServer(postgres.url)).resolves.toBeUndefined()
    expect(
      await one(postgres.url, "SELECT array_agg(w ORDER BY w) FROM unnest(ARRAY['b', 'Å', 'a', 'B', 'z']) w"),
    ).toEqual(['a', 'Å', 'b', 'B', 'z'])
    expect(
      await one(
        postgres.url,
        "SELECT current_setting('listen_addresses') || current_setting('unix_socket_directories')",
      ),
    ).toBe('127.0.0.1')
    expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  it('turns a wrong password away', async () => {
    const wrong = new URL(postgres.url)
    wrong.password = 'wrong'
    await expect(one(wrong.href, 'SELECT 1')).rejects.toThrow('the password is wrong')
  })

  it('joins the server that already runs', async () => {
    const again = await startPostgres({ dataDir })
    expect(again).toMatchObject({ port: postgres.port, url: postgres.url, isFresh: false })
  })

  it('starts again after the server was killed, and loses nothing it had confirmed', async () => {
    await ensureDatabase(postgres.url, 'kept')
    await withClient(postgres.urlOf('kept'), client => client.query('CREATE TABLE note AS SELECT 42 AS answer'))
    const server = findPostmaster(postgres.folder)
    expect(server).toBeDefined()
    process.kill(server?.pid ?? 0, 'SIGKILL')
    postgres = await startPostgres({ dataDir })
    expect(await one(postgres.urlOf('kept'), 'SELECT answer FROM note')).toBe(42)
  })
})

describe('applyMigrations', () => {
  it('applies each once though several start together, and nothing of one that fails', async () => {
    const folder = path.join(dataDir, 'migrations')
    const put = (name: string, sql: string) => {
      mkdirSync(path.join(folder, name), { recursive: true })
      writeFileSync(path.join(folder, name, 'migration.sql'), sql)
    }
    await ensureDatabase(postgres.url, 'migrated')
    const url = postgres.urlOf('migrated')
    put('1_first', 'CREATE TABLE a (id int);')
    const together = await Promise.all([1, 2, 3].map(() => applyMigrations({ url, folder })))
    expect(together.flat()).toEqual(['1_first'])

    put('2_second', 'CREATE TABLE b (id int);\nSELECT nonsense;')
    await expect(applyMigrations({ url, folder })).rejects.toThrow(
      'The migration 2_second failed and changed nothing: column "nonsense" does not exist (migration.sql, line 2)',
    )
    expect(await one(url, "SELECT to_regclass('b')")).toBeNull()
    put('2_second', '-- assay:no-transaction\nCREATE INDEX CONCURRENTLY i ON a (id);')
    expect(await applyMigrations({ url, folder })).toEqual(['2_second'])
    expect(await one(url, 'SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NOT NULL')).toBe(2)
  })

  it('leaves a database alone that holds somebody else’s tables', async () => {
    await ensureDatabase(postgres.url, 'foreign')
    await withClient(postgres.urlOf('foreign'), client => client.query('CREATE TABLE theirs ()'))
    await expect(applyMigrations({ url: postgres.urlOf('foreign') })).rejects.toThrow(
      "already holds tables that are not Assay's",
    )
  })
})
