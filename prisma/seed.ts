import { createHmac } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { closeDb, db } from '../lib/db/client'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../lib/platform/demo-accounts'
import { env } from '../lib/platform/env'
import { hashSecret } from '../lib/platform/secrets'
import { createSetupLink } from '../lib/use-cases/workspace/create-setup-link'
import { loadDemoDesk } from './demo/load-desk'

/*
 * What `npm start` runs against a database whose migrations are applied. Prints one line of JSON.
 *   --if-empty    loads the demo desk where there is no desk at all
 *   --setup-link  makes the one-time link of the first administrator where there is none
 */

const SHARE_PURPOSE = 'assay demo share'

/** The demo link's token: derived, since tokens are stored hashed and this one must be printable at every start. */
function demoShareToken(): string {
  const secret = env().ASSAY_SHARE_SECRET
  if (!secret)
    throw new Error(
      'Set ASSAY_SHARE_SECRET to at least 32 random characters; `npm start` keeps one beside its database.',
    )
  return createHmac('sha256', secret).update(SHARE_PURPOSE).digest('base64url')
}

/** `isPartial`: an earlier load was cut off. Histories cannot be taken back, so the caller makes the database anew. */
async function seedIfEmpty() {
  const isEmpty = (await db().workspace.count()) === 0
  const token = demoShareToken()
  if (isEmpty) await loadDemoDesk(statementFile(), token)
  const isLoaded = (await db().share.count({ where: { tokenHash: hashSecret(token) } })) > 0
  const isPartial = !isLoaded && (await db().workspace.count({ where: { isSample: true } })) > 0
  return { seeded: isEmpty, isPartial, accounts: DEMO_ACCOUNTS, password: DEMO_PASSWORD, sharePath: `/s/${token}` }
}

/** The bundle lies in dist/, this file in prisma/: the statement is found from either. */
function statementFile(): string {
  return fileURLToPath(new URL('../prisma/demo/statement.txt', import.meta.url))
}

async function run(mode: string | undefined): Promise<unknown> {
  if (mode === '--if-empty') return await seedIfEmpty()
  if (mode === '--setup-link') return { setupPath: await createSetupLink() }
  throw new Error('Say --if-empty or --setup-link.')
}

async function main(): Promise<void> {
  try {
    process.stdout.write(`${JSON.stringify(await run(process.argv[2]))}\n`)
  } finally {
    await closeDb()
  }
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exitCode = 1
})
