import { countRows, countStrays, listDesks } from '@/lib/db/audit-desk'
import { readUnhurried } from '@/lib/db/audit-snapshot'
import { listStatementIds } from '@/lib/db/audit-statements'
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
    await auditOneDesk(audit.ofDesk(`desk “${name}” (${id})`), id)
  }
  await readUnhurried(async tx => {
    for (const table of AUDITED_TABLES) {
      const strays = await countStrays(tx, table)
      if (strays > 0) audit.report(`table ${table}`, `${strays} of its rows are of a desk that does not exist.`)
    }
  })
  return audit
}

/** The same for one desk. */
export async function auditOneDesk(audit: Audit, id: string): Promise<void> {
  await readUnhurried(async tx => {
    const rules = await auditDesk(tx, audit, id)
    for (const statementId of await listStatementIds(tx, id)) {
      await auditStatement(tx, audit, id, statementId, rules)
    }
    await auditSources(tx, audit, id)
    for (const table of AUDITED_TABLES) {
      const stray = (await countRows(tx, table, id)) - audit.seen(table)
      if (stray !== 0) audit.report(`table ${table}`, `${stray} of the desk’s rows hang on nothing that it has.`)
    }
  })
}
