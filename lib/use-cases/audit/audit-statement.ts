import type { AuditEvent } from '@/lib/db/audit-events'
import { readStatementRows, type StatementRows } from '@/lib/db/audit-statements'
import type { Tx } from '@/lib/db/client'
import { planBody } from '@/lib/db/plans'
import { versionBody } from '@/lib/db/statement-versions'
import { directionOf } from '@/lib/db/statements'
import { documentFromText } from '@/lib/domain/canonical-text'
import { countWords } from '@/lib/domain/count-words'
import { canonicalJson, type Json, sha256Hex } from '@/lib/domain/hash'
import { valueIn } from '@/lib/domain/history-ids'
import type { StateCounts } from '@/lib/domain/map-version'
import { auditClaims } from './audit-claims'
import { auditPublications } from './audit-publications'
import { auditShares } from './audit-shares'
import { auditStream } from './audit-stream'
import { correctionRow } from './claim-rows'
import { contactRows, reportRows } from './contact-rows'
import type { DeskRules } from './desk-rules'
import type { Audit } from './findings'
import { type AuditRow, matchRows } from './match-rows'
import type { StatementFacts } from './statement-facts'

/** Looks at one statement: its chain, its details and texts, its claims, its publications and its links. */
export async function auditStatement(
  tx: Tx,
  audit: Audit,
  workspaceId: string,
  id: string,
  rules: DeskRules,
): Promise<void> {
  const rows = await readStatementRows(tx, workspaceId, id)
  countRows(audit, rows)
  const own: AuditEvent[] = []
  const decided: AuditEvent[] = []
  const name = `statement ${id}`
  const events = await auditStream(tx, audit, { id, workspaceId, kind: 'STATEMENT', name }, event => {
    if (event.claimId === null) own.push(event)
    if (event.type === 'claim.decided') decided.push(event)
  })
  const publications = await auditPublications(tx, audit, workspaceId, id, { own, decided })
  const ofStatement = own.filter(({ type }) => !type.startsWith('share.'))
  matchRows(audit, `the history of ${name}`, ofStatement, [
    ...detailRows(rows),
    ...textRows(rows),
    ...planRows(rows),
    ...rows.corrections.map(correctionRow),
    ...contactRows(rows),
    ...reportRows(rows),
    ...publications,
  ])
  compareCopies(audit, rows, own)
  compareTexts(audit, rows)
  auditShares(audit, rows, own)
  const facts = factsOf(rows, own)
  const ofClaims = await auditClaims(tx, audit, workspaceId, facts, rules)
  compareCounts(audit, `the history of ${name}`, own, ofClaims.anchors)
  const stray = events - own.length - ofClaims.events
  if (stray > 0) audit.report(`the history of ${name}`, `${stray} of its events concern claims that it does not have.`)
}

function countRows(audit: Audit, rows: StatementRows): void {
  const { revisions, versions, shares, plans, corrections, contacts, reports } = rows
  audit.saw('statement', 1)
  audit.saw('statement_revision', revisions.length)
  audit.saw('statement_version', versions.length)
  audit.saw('share', shares.length)
  audit.saw('statement_plan', plans.length)
  audit.saw('correction', corrections.length)
  audit.saw('contact_request', contacts.length)
  audit.saw('contact_request_claim', contacts.flatMap(({ claims }) => claims).length)
  audit.saw('contact_outcome', contacts.flatMap(({ outcomes }) => outcomes).length)
  audit.saw('error_report', reports.length)
  audit.saw('error_report_answer', reports.flatMap(({ answers }) => answers).length)
}

/** The first revision's hash covers the text that came with it. */
function detailRows({ id, revisions, versions }: StatementRows): AuditRow[] {
  return revisions.map(({ number, details: stored, salt, contentHash, authorId: by, at }) => {
    const details = stored as Json // the column holds what Json holds
    const first = versions.find(version => version.number === 1)
    return {
      table: 'statement_revision',
      place: `revision ${number} of the details of statement ${id}`,
      key: String(number),
      type: 'statement',
      body: number === 1 ? { number, details, text: first ? versionBody(first) : null } : { number, details },
      salt,
      contentHash,
      by,
      at,
      ids: { statement: id },
    }
  })
}

function textRows({ id, revisions, versions }: StatementRows): AuditRow[] {
  const details = (revisions.find(({ number }) => number === 1)?.details ?? null) as Json // the column holds what Json holds
  return versions.map(version => ({
    table: 'statement_version',
    place: `version ${version.number} of the text of statement ${id}`,
    key: String(version.number),
    ...(version.number === 1
      ? { type: 'statement', body: { number: 1, details, text: versionBody(version) } }
      : { type: 'statement-version', body: versionBody(version) }),
    salt: version.salt,
    contentHash: version.contentHash,
    by: version.authorId,
    at: version.at,
  }))
}

function planRows({ id, plans }: StatementRows): AuditRow[] {
  return plans.map(row => ({
    table: 'statement_plan',
    place: `plan ${row.number} of statement ${id}`,
    key: String(row.number),
    type: 'plan',
    body: planBody(row),
    salt: row.salt,
    contentHash: row.contentHash,
    by: row.authorId,
    at: row.at,
  }))
}

/** The statement's columns that copy its latest revision and its first event. */
function compareCopies(audit: Audit, row: StatementRows, own: readonly AuditEvent[]): void {
  const place = `statement ${row.id}`
  const latest = row.revisions.at(-1)
  audit.expect(place, 'version', row.version, latest?.number ?? null)
  audit.expect(place, 'current_version', row.currentVersion, row.versions.at(-1)?.number ?? null)
  const details = (latest?.details ?? {}) as { readonly [key: string]: Json } // what insertStatement and reviseStatement write
  const { title, claimant, claimantRole, appearance, saidOn, language, context } = row
  const copies = { title, claimant, claimantRole, appearance, saidOn, language, context }
  for (const [field, stored] of Object.entries(copies)) audit.expect(place, field, stored, details[field] ?? null)
  audit.expect(place, 'direction', directionOf(row.direction), details.direction ?? null)
  const plan = row.plans.at(-1)
  audit.expect(place, 'plan_version', row.planVersion, plan?.number ?? 0)
  audit.expect(place, 'lead_id', row.leadId, plan?.leadId ?? null)
  audit.expect(place, 'due_on', row.dueOn, plan?.dueOn ?? null)
  audit.expect(place, 'embargo_until', row.embargoUntil, plan?.embargoUntil ?? null)
  const created = own.find(({ type }) => type === 'statement.created')
  audit.expect(place, 'created_by_id', row.createdById, created?.actorId ?? null)
  audit.expect(place, 'created_at', row.createdAt, created?.at ?? null)
}

function compareTexts(audit: Audit, { id, versions }: StatementRows): void {
  for (const { number, text, document, sha256, wordCount } of versions) {
    const place = `version ${number} of the text of statement ${id}`
    audit.expect(place, 'sha256', sha256, sha256Hex(text))
    audit.expect(place, 'word_count', wordCount, countWords(text))
    audit.expect(place, 'document', canonicalJson(document as Json), canonicalJson(asJson(documentFromText(text)))) // the column holds what Json holds
  }
}

/** How many passages each text kept, changed and lost, as its event says and as they are mapped here anew. */
function compareCounts(
  audit: Audit,
  stream: string,
  own: readonly AuditEvent[],
  anchors: ReadonlyMap<number, StateCounts>,
): void {
  for (const event of own) {
    if (event.type !== 'statement.version-added') continue
    const place = `${stream}, event ${event.seq} (${event.type})`
    const counts = anchors.get(Number(valueIn(event, 'version'))) ?? { anchored: 0, changed: 0, orphaned: 0 }
    for (const [state, count] of Object.entries(counts)) audit.expect(place, state, valueIn(event, state), count)
  }
}

function asJson(value: object): Json {
  return value as Json // a Tiptap document is one
}

function factsOf(row: StatementRows, own: readonly AuditEvent[]): StatementFacts {
  const claimants = own
    .filter(({ type }) => type === 'statement.created' || type === 'statement.edited')
    .map(event => {
      const revision = row.revisions.find(({ number }) => number === valueIn(event, 'revision'))
      const details = (revision?.details ?? {}) as { readonly claimant?: string } // as above
      return { seq: event.seq, claimant: details.claimant ?? '' }
    })
  return {
    id: row.id,
    texts: new Map(row.versions.map(({ number, text }) => [number, text])),
    currentVersion: row.currentVersion,
    versionsSince: new Map(
      own
        .filter(({ type }) => type === 'statement.created' || type === 'statement.version-added')
        .map(event => [Number(valueIn(event, 'version')), event.seq]),
    ),
    claimants,
  }
}
