import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { withDatabase } from '../prisma/testing/server'
import { withClient } from './lib/database.mjs'
import { inProject } from './lib/project.mjs'
import { run } from './lib/run.mjs'

const { adminUrl, template, prefix } = inject('testServer')
const name = `${prefix}audit`
const url = withDatabase(adminUrl, name)
const folder = mkdtempSync(path.join(os.tmpdir(), 'assay-audit-'))
const WORKSPACE = '01900000-0000-7000-8000-000000000001'
const LONG = 120_000

beforeAll(() => withClient(adminUrl, client => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function audit(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: url, ASSAY_DATA_DIR: folder, NODE_ENV: 'production' as const }
  return run(process.execPath, [inProject('scripts/audit-verify.mjs'), ...args], { env })
}

describe('npm run audit:verify', () => {
  it(
    'ends with 0 where all is well, 1 where something is not, and 2 where it cannot be made',
    async () => {
      expect(await audit()).toEqual({ code: 0, output: '0 chains, 0 events, 0 statuses: ok\n' })
      expect(await audit('--heads')).toEqual({ code: 0, output: '' })

      const kept = path.join(folder, 'heads.txt')
      writeFileSync(kept, `# kept on Monday\n${WORKSPACE} 3 ${'a'.repeat(64)}\n`)
      const cut = await audit('--expect', kept)
      expect(cut.code).toBe(1)
      expect(cut.output).toMatch(new RegExp(`^the history of ${WORKSPACE}, event 3: .* is gone`))

      writeFileSync(kept, 'not a head\n')
      expect(await audit('--expect', kept)).toMatchObject({ code: 2, output: expect.stringContaining('line 1') })
      expect(await audit('--everything')).toMatchObject({ code: 2 })

      await withClient(url, client =>
        client.query('INSERT INTO workspace (id, name) VALUES ($1, $2)', [WORKSPACE, 'Forged']),
      )
      const forged = await audit()
      expect(forged.code).toBe(1)
      expect(forged.output).toContain(`desk “Forged” (${WORKSPACE}): desk ${WORKSPACE}: it has no history at all`)
    },
    LONG,
  )
})
