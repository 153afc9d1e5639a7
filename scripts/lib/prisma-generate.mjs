import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fingerprint } from './fingerprint.mjs'
import { withLock } from './pid-lock.mjs'
import { Problem } from './problem.mjs'
import { inProject, projectRoot } from './project.mjs'
import { run, tailOf } from './run.mjs'
import { step } from './step.mjs'

const STAMP = inProject('lib/db/generated/.schema-hash')

/** Writes Prisma's client from the schema (lib/db/generated) if the schema or Prisma has changed since the last time. */
export async function generatePrismaClient() {
  if (isFresh()) return
  await withLock(inProject('.assay/generate.lock'), 'generating the database client', async lock => {
    if (isFresh()) return
    await step('Generating the database client', async () => {
      const before = schemaHash()
      const { code, output } = await run(
        process.execPath,
        [inProject('node_modules/prisma/build/index.js'), 'generate'],
        {
          onStart: lock.shareWith,
          env: {
            ...process.env,
            // The CLI would first download an engine that `generate` never runs; naming any file that exists spares it that.
            PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
            PRISMA_HIDE_UPDATE_MESSAGE: '1',
            CHECKPOINT_DISABLE: '1',
          },
        },
      )
      if (code !== 0) throw new Problem(`prisma generate failed.\n\n${tailOf(output)}`)
      writeFileSync(STAMP, before)
    })
  })
}

function isFresh() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === schemaHash()
}

function schemaHash() {
  return fingerprint(projectRoot, ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
}
