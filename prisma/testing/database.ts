import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { withClient } from '../../scripts/lib/database.mjs'
import { codeOf } from '../../scripts/lib/problem.mjs'
import { withDatabase } from './server'

// A vitest setup file: runs before a test file's imports, so the product reads this configuration and no other.
// A worker keeps its database for all its files. Nothing is emptied between tests (histories refuse it): each test makes
// a desk of its own.
const { adminUrl, template, prefix } = inject('testServer')
const settings = {
  DATABASE_URL: withDatabase(adminUrl, await copyOfTemplate()),
  DATABASE_POOL: '6',
  NEXTAUTH_SECRET: 'integration tests sign their cookies with this',
  ASSAY_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  LOG_LEVEL: 'silent',
  // Tests of the limits themselves set it to 1: vi.hoisted(() => vi.stubEnv('ASSAY_RATE_FACTOR', '1')).
  ASSAY_RATE_FACTOR: '10000',
}
// biome-ignore lint/style/noProcessEnv: this is where the tests' configuration comes from.
Object.assign(process.env, settings)

async function copyOfTemplate(): Promise<string> {
  // biome-ignore lint/style/noProcessEnv: vitest tells its workers apart by this variable alone.
  const name = `${prefix}${process.env.VITEST_POOL_ID ?? '1'}`
  await withClient(adminUrl, async client => {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
        return
      } catch (error) {
        if (codeOf(error) === '42P04') return // Made by an earlier file of this worker.
        const isTemplateInUse = codeOf(error) === '55006'
        if (!isTemplateInUse || attempt === 20) throw error
        await sleep(100)
      }
    }
  })
  return name
}
