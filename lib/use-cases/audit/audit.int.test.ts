import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Snapshot } from '@/lib/contracts/snapshot'
import { closeDb, db, type Tx } from '@/lib/db/client'
import { RENDERER, renderPage } from '@/lib/server/public-page/render-page'
import { makeRichDesk, type RichDesk } from '@/prisma/testing/rich-desk'
import {
  type Column,
  change,
  forge,
  listColumns,
  type Row,
  remove,
  rowToTamper,
  whileTampered,
} from '@/prisma/testing/tamper'
import { auditStrays, auditWholeDesk } from './audit-everything'
import { AUDITED_TABLES } from './audited-tables'
import { expectHeads, type KeptHead, listChainHeads, parseHeads, printHeads } from './chain-heads'
import { type Finding, startAudit } from './findings'

const LONG = 300_000

/** Tables that no history tells of, and why not. */
const UNAUDITED: Readonly<Record<string, string>> = {
  user: 'accounts belong to people, not to desks: names and passwords change without a word',
  session: 'a browser that is signed in',
  password_reset: 'a link of an account, gone within the hour',
  idempotency_key: 'a reply kept for a day',
  rate_limit: 'counters',
  notice: 'what a member is told follows from the history and is read and forgotten',
  error_report_contact: 'kept apart from the report so that it can be forgotten',
}

/** Columns that no history tells of, and why not. */
const UNTOLD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  member: { user_id: 'events name members, and no account' },
  api_token: { last_used_at: 'noted at each use' },
  target: { id: 'opaque: the hash covers what is highlighted, wherever it is kept' },
  citation: { id: 'opaque: the hash covers what is cited, wherever it is kept' },
  publication_page: {
    renderer: 'a page of another renderer is made anew, never served',
    rendered_at: 'pages are made when they are missing',
  },
}

/** Tables of which a row may be missing, and why. */
const MAY_BE_MISSING: Readonly<Record<string, string>> = { publication_page: 'made again at the next reading' }

const PAGES = {
  renderer: RENDERER,
  render: (snapshot: unknown, hash: string) => renderPage(Snapshot.parse(snapshot), hash),
}

let rich: RichDesk
let columns: Column[]
beforeAll(async () => {
  rich = await makeRichDesk()
  columns = await listColumns()
  await storePage()
}, LONG)
afterAll(closeDb)

/** As the first reader of a publication would have it stored. */
async function storePage(): Promise<void> {
  const { workspace } = rich.desk
  const [publication] = await db().publication.findMany({ where: { workspaceId: workspace.id }, take: 1 })
  if (!publication) throw new Error('the rich desk has published')
  const html = PAGES.render(publication.snapshot, publication.snapshotHash)
  const page = { publicationId: publication.id, workspaceId: workspace.id, renderer: RENDERER, html }
  await db().publicationPage.create({ data: page })
}

async function findingsIn(tx: Tx, kept: readonly KeptHead[] = []): Promise<readonly Finding[]> {
  const { id } = rich.desk.workspace
  const audit = startAudit(PAGES)
  const desks = await tx.workspace.findMany({ where: { id }, select: { id: true } })
  for (const desk of desks) await auditWholeDesk(tx, audit.ofDesk('desk'), desk.id)
  await auditStrays(tx, audit)
  await expectHeads(tx, audit, kept)
  return audit.findings
}

const linesOf = (findings: readonly Finding[]) => findings.map(({ place, problem }) => `${place}: ${problem}`)

/** The ids by which a person finds the row: its own, and what it hangs on; of a desk's own rows the desk's. A row on nothing is told by its table. */
function idsOf(table: string, row: Row): string[] {
  const uuids = Object.entries(row).filter(([, value]) => typeof value === 'string' && /^[0-9a-f]{8}-/.test(value))
  const own = uuids.filter(
    ([name]) => name !== 'workspace_id' && !/author|created_by|actor|decider|revoked_by/.test(name),
  )
  const isOfDesk = own.length === 0 || table === 'event_stream'
  return [...own, ...(isOfDesk ? uuids : [])].map(([, id]) => String(id))
}

describe('the audit', () => {
  it('finds nothing wrong with a desk on which everything has happened', async () => {
    const audit = startAudit(PAGES)
    await db().$transaction(tx => auditWholeDesk(tx, audit.ofDesk('desk'), rich.desk.workspace.id), { timeout: LONG })
    expect(linesOf(audit.findings)).toEqual([])
    expect(audit.tally.chains).toBe(2)
    expect(audit.tally.statuses).toBe(await db().claim.count({ where: { workspaceId: rich.desk.workspace.id } }))
  })

  it('knows every table there is, or says why it passes it over', () => {
    const tables = [...new Set(columns.map(({ table }) => table))].filter(table => !table.startsWith('_'))
    const known = [...AUDITED_TABLES, 'workspace', ...Object.keys(UNAUDITED)]
    expect(tables.toSorted()).toEqual(known.toSorted())
  })

  it('has rows of every table to be tried with', async () => {
    const empty: string[] = []
    for (const table of [...AUDITED_TABLES, 'workspace']) {
      if (!(await rowToTamper(db(), table, null, rich.desk.workspace.id))) empty.push(table)
    }
    expect(empty).toEqual([])
  })
})

describe.each([...AUDITED_TABLES, 'workspace'])('of table %s', table => {
  it(
    'sees every column that was changed, and names the row',
    async () => {
      const unseen: string[] = []
      const unnamed: string[] = []
      for (const column of columns.filter(one => one.table === table)) {
        if (UNTOLD[table]?.[column.name]) continue
        const { row, findings } = await whileTampered(
          async () => {},
          async tx => {
            const found = await rowToTamper(tx, table, column.name, rich.desk.workspace.id)
            if (!found) throw new Error(`the rich desk has no row of ${table}`)
            await change(tx, column, found.place)
            return { row: found.row, findings: await findingsIn(tx) }
          },
        )
        if (findings.length === 0) unseen.push(column.name)
        else if (![...idsOf(table, row), `table ${table}`].some(name => linesOf(findings).join('\n').includes(name))) {
          unnamed.push(`${column.name}: ${linesOf(findings)[0]}`)
        }
      }
      expect({ unseen, unnamed }).toEqual({ unseen: [], unnamed: [] })
    },
    LONG,
  )

  it(
    'sees a row that was removed and one that was forged',
    async () => {
      const findings = { removed: [] as readonly Finding[], forged: [] as readonly Finding[] }
      findings.removed = await whileTampered(
        async tx => remove(tx, table, (await placeIn(tx, table)) ?? ''),
        tx => findingsIn(tx),
      )
      findings.forged = await whileTampered(
        async tx =>
          forge(
            tx,
            table,
            (await placeIn(tx, table)) ?? '',
            columns.filter(one => one.table === table),
          ),
        tx => findingsIn(tx),
      )
      if (!MAY_BE_MISSING[table]) expect(linesOf(findings.removed)).not.toEqual([])
      // A forged desk without a history of its own is another desk.
      if (table !== 'workspace') expect(linesOf(findings.forged)).not.toEqual([])
    },
    LONG,
  )
})

async function placeIn(tx: Tx, table: string): Promise<string | undefined> {
  return (await rowToTamper(tx, table, null, rich.desk.workspace.id))?.place
}

describe('kept heads', () => {
  it('show that a chain’s end was cut off together with what it announced', async () => {
    const { statementId } = rich
    const kept = parseHeads(printHeads(await db().$transaction(listChainHeads)))
    const cutOff = async (tx: Tx) => {
      const last = await tx.event.findFirstOrThrow({ where: { streamId: statementId }, orderBy: { seq: 'desc' } })
      const created = await tx.event.findFirstOrThrow({
        where: { streamId: statementId, type: 'claim.created' },
        orderBy: { seq: 'desc' },
      })
      // The newest claim, and nothing else, happened last.
      expect(last.claimId).toBe(created.claimId)
      const claimId = created.claimId ?? ''
      await tx.event.deleteMany({ where: { streamId: statementId, seq: { gte: created.seq } } })
      await tx.target.deleteMany({ where: { claimId } })
      await tx.claimRevision.deleteMany({ where: { claimId } })
      await tx.round.deleteMany({ where: { claimId } })
      await tx.assignment.deleteMany({ where: { claimId } })
      await tx.claim.deleteMany({ where: { id: claimId } })
      await tx.eventStream.update({
        where: { id: statementId },
        data: { seq: created.seq - 1, head: created.prevHash },
      })
    }
    expect(linesOf(await whileTampered(cutOff, tx => findingsIn(tx)))).toEqual([])
    const seen = await whileTampered(cutOff, tx => findingsIn(tx, kept))
    expect(linesOf(seen)).toEqual([expect.stringMatching(new RegExp(`${statementId}, event \\d+: .*cut off`))])
  })

  it('are of no use when they cannot be read', () => {
    expect(() => parseHeads('not a head\n')).toThrow(RangeError)
    expect(parseHeads('# kept on Monday\n\n')).toEqual([])
  })
})
