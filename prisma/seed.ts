import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { closeDb, db } from '../lib/db/client'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../lib/platform/demo-accounts'
import { env } from '../lib/platform/env'
import { hashSecret } from '../lib/platform/secrets'
import { createSetupLink } from '../lib/use-cases/workspace/create-setup-link'
import { loadDemo } from './demo/load-desk'
import { openDemoDesk } from './demo/open-desk'

/*
 * What `npm start` runs against a migrated database. Prints one line of JSON.
 *   --if-empty    loads the demo desk where there is no desk at all, or goes on with a load that was cut off
 *   --setup-link  makes the one-time link of the first administrator where there is none
 */

const SHARE_PURPOSE = 'demo-share'

/** The demo link's token: derived, since tokens are stored hashed and this one is printed at every start. */
function demoShareToken(): string {
  const secret = env().ASSAY_SHARE_SECRET
  if (!secret) {
    throw new Error(
      'Set ASSAY_SHARE_SECRET to at least 32 random characters; `npm start` keeps one beside its database.',
    )
  }
  return createHmac('sha256', secret).update(SHARE_PURPOSE).digest('base64url')
}

type Seeded = {
  /** Whether anything was loaded now. */
  seeded: boolean
  /** Who can sign in; empty where the database holds another desk than the demo. */
  accounts: typeof DEMO_ACCOUNTS
  /** Of all of them. */
  password?: string
  /** What the public sees; absent once somebody has revoked the link. */
  sharePath?: string
}

async function seedIfEmpty(): Promise<Seeded> {
  const token = demoShareToken()
  const people = await openDemoDesk()
  if (!people) return { seeded: false, accounts: [] }
  // The link is the last thing a load makes: without any, the load is not complete.
  const isLoaded = (await db().share.count()) > 0
  if (!isLoaded) await loadDemo(people, statementFile(), token)
  const share = await db().share.findUnique({ where: { tokenHash: hashSecret(token) }, select: { revokedAt: true } })
  return {
    seeded: !isLoaded,
    accounts: DEMO_ACCOUNTS,
    password: DEMO_PASSWORD,
    ...(share && !share.revokedAt ? { sharePath: `/s/${token}` } : {}),
  }
}

/** This file lies in prisma/, its bundle in dist/ or, while developing, one folder deeper: the statement is found from each. */
function statementFile(): string {
  const places = ['..', '../..'].map(up => fileURLToPath(new URL(`${up}/prisma/demo/statement.txt`, import.meta.url)))
  const found = places.find(place => existsSync(place))
  if (found) return found
  throw new Error(`The demo statement is missing: neither ${places.join(' nor ')} is there.`)
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
