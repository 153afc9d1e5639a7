import { afterAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { env } from '@/lib/platform/env'
import { withClient } from '../../scripts/lib/database.mjs'
import { answerLive, answerReady } from './health'

afterAll(closeDb)

describe('health', () => {
  it('is live whenever it answers', async () => {
    expect(answerLive().status).toBe(200)
    expect(await answerLive().json()).toEqual({ status: 'live' })
  })

  it('is ready on a migrated database', async () => {
    const reply = await answerReady()
    expect([reply.status, await reply.json()]).toEqual([200, { status: 'ready' }])
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })

  it('is not ready while a migration is missing, and says which', async () => {
    const [last] = await db().$queryRaw<{ name: string }[]>`
      UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name =
        (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name AS name`
    try {
      const reply = await answerReady()
      expect([reply.status, await reply.json()]).toEqual([
        503,
        { status: 'not-ready', missing: [`The migration ${last?.name} has not been applied.`] },
      ])
    } finally {
      await db().$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = NULL`
    }
  })

  it('is not ready when the database does not answer within two seconds', async () => {
    await withClient(env().DATABASE_URL, async client => {
      await client.query('BEGIN')
      await client.query('LOCK TABLE _prisma_migrations IN ACCESS EXCLUSIVE MODE')
      const began = Date.now()
      const reply = await answerReady()
      expect(Date.now() - began).toBeLessThan(3_500)
      expect([reply.status, await reply.json()]).toEqual([
        503,
        { status: 'not-ready', missing: ['The database does not answer.'] },
      ])
      await client.query('ROLLBACK')
    })
  })
})
