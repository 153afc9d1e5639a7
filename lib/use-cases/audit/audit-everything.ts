import { countRows, findStray, listDesks } from '@/lib/db/audit-desk'
import { listStreamIds } from '@/lib/db/audit-events'
import { readUnhurried } from '@/lib/db/audit-snapshot'
import { listStatementIds } from '@/lib/db/audit-statements'
import type { Tx } from '@/lib/db/client'
import { auditDesk } from './audit-desk'
import { auditSources } from './audit-sources'
import { auditStatement } from './audit-statement'
import { AUDITED_TABLES } from './audited-tables'
import { type Audit, type PageMaker, startAudit } from './findings'

/**
 * Recomputes everything that follows from something else, of every desk, each as it stood at one moment: chains, content
 * hashes, which row each event announces, and every derived value. Nothing is written; the desks go on meanwhile.
 * With `pages`, stored pages of publications are made again and compared.
 */
export async function auditEverything(pages: PageMaker | null = null): Promise<Audit> {
  const audit = startAudit(pages)
  for (const { id, name } of await readUnhurried(listDesks)) {
    await readUnhurried(tx => auditWholeDesk(tx, audit.ofDesk(`desk “${name}” (${id})`), id))
  }
  await readUnhurried(tx => auditStrays(tx, audit))
  return audit
}

/** The same for one desk. */
export async function auditWholeDesk(tx: Tx, audit: Audit, id: string): Promise<void> {
  const rules = await auditDesk(tx, audit, id)
  const statementIds = await listStatementIds(tx, id)
  await auditStreams(tx, audit, id, statementIds)
  for (const statementId of statementIds) {
    await auditStatement(tx, audit, id, statementId, rules)
  }
  await auditSources(tx, audit, id)
  for (const table of AUDITED_TABLES) {
    const stray = (await countRows(tx, table, id)) - audit.seen(table)
    if (stray !== 0) audit.report(`table ${table}`, `${stray} of the desk’s rows hang on nothing that it has.`)
  }
}

/** A history outlives what it is of only where that was removed. */
async function auditStreams(tx: Tx, audit: Audit, id: string, statementIds: readonly string[]): Promise<void> {
  const known = new Set([id, ...statementIds])
  for (const streamId of await listStreamIds(tx, id)) {
    if (!known.has(streamId)) audit.report(`the history of statement ${streamId}`, 'there is no such statement.')
  }
}

/** Rows that no desk has, which an audit desk by desk would pass over. */
export async function auditStrays(tx: Tx, audit: Audit): Promise<void> {
  for (const table of AUDITED_TABLES) {
    const stray = await findStray(tx, table)
    if (stray) audit.report(`table ${table}`, `it holds rows of desks that do not exist, such as ${stray}.`)
  }
}
