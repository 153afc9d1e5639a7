import { readFileSync } from 'node:fs'
import { Snapshot } from '../lib/contracts/snapshot'
import { readUnhurried } from '../lib/db/audit-snapshot'
import { closeDb } from '../lib/db/client'
import { RENDERER, renderPage } from '../lib/server/public-page/render-page'
import { auditEverything } from '../lib/use-cases/audit/audit-everything'
import { expectHeads, listChainHeads, parseHeads, printHeads } from '../lib/use-cases/audit/chain-heads'
import type { Finding, PageMaker } from '../lib/use-cases/audit/findings'

/*
 * What `npm run audit:verify` runs against a migrated database. It writes nothing.
 *   (nothing)      recomputes everything; ends with 1 and the first things that are not as they should be
 *   --expect FILE  besides, that every chain still goes through where it ended when FILE was kept
 *   --heads        only prints where every chain ends now, to be kept elsewhere
 */

const SHOWN = 20

const PAGES: PageMaker = {
  renderer: RENDERER,
  render: (snapshot, hash) => renderPage(Snapshot.parse(snapshot), hash),
}

async function verify(file: string | undefined): Promise<number> {
  const kept = file === undefined ? [] : parseHeads(readFileSync(file, 'utf8'))
  const audit = await auditEverything(PAGES)
  await readUnhurried(tx => expectHeads(tx, audit, kept))
  const { findings, tally } = audit
  if (findings.length === 0) {
    const { chains, events, statuses } = tally
    process.stdout.write(`${chains} chains, ${events} events, ${statuses} statuses: ok\n`)
    return 0
  }
  process.stdout.write(`${findings.slice(0, SHOWN).map(lineOf).join('\n')}\n`)
  if (findings.length > SHOWN) process.stdout.write(`… and more.\n`)
  return 1
}

function lineOf({ desk, place, problem }: Finding): string {
  return [desk, place, problem].filter(Boolean).join(': ')
}

async function main([option, file]: string[]): Promise<number> {
  try {
    if (option === '--heads') {
      process.stdout.write(printHeads(await readUnhurried(listChainHeads)))
      return 0
    }
    if (option === undefined) return await verify(undefined)
    if (option === '--expect' && file !== undefined) return await verify(file)
    throw new Error('Say nothing, --heads, or --expect and a file that --heads wrote.')
  } finally {
    await closeDb()
  }
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code
  },
  error => {
    process.stderr.write(`The audit could not be made. ${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 2
  },
)
