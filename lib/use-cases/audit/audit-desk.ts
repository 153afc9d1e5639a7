import { type DeskRows, readDeskRows } from '@/lib/db/audit-desk'
import type { AuditEvent } from '@/lib/db/audit-events'
import type { Tx } from '@/lib/db/client'
import { policyBody } from '@/lib/db/policies'
import { ratingBody } from '@/lib/db/scales'
import { settingsOf } from '@/lib/db/workspace'
import type { Json } from '@/lib/domain/hash'
import { valueIn } from '@/lib/domain/history-ids'
import { RATING_TONES } from '@/lib/domain/scale'
import { auditPeople, peopleFold } from './audit-people'
import { auditStream } from './audit-stream'
import type { DeskRules } from './desk-rules'
import type { Audit } from './findings'
import { type AuditRow, matchRows } from './match-rows'

/** Looks at a desk's own history: its settings, its rules and its people. Returns its rules, which claims pin. */
export async function auditDesk(tx: Tx, audit: Audit, id: string): Promise<DeskRules> {
  const rows = await readDeskRows(tx, id)
  countRows(audit, rows)
  const announcing: AuditEvent[] = []
  const fold = peopleFold()
  const name = `desk ${id}`
  await auditStream(tx, audit, { id, workspaceId: id, kind: 'WORKSPACE', name }, event => {
    if (event.contentHash !== null || event.type === 'workspace.created') announcing.push(event)
    fold.tell(event)
  })
  matchRows(audit, `the history of ${name}`, announcing, [
    ...settingsRows(rows),
    ...policyRows(rows),
    ...scaleRows(rows),
  ])
  compareCopies(audit, rows, announcing)
  for (const scale of rows.scales) {
    scale.ratings.forEach(({ key, ord }, index) => {
      audit.expect(`rating ${key} of scale ${scale.version} of ${name}`, 'ord', ord, index)
    })
  }
  auditPeople(audit, rows, fold)
  return {
    policies: rows.policies,
    scales: rows.scales.map(({ version, name: label, at, ratings }) => ({
      version,
      name: label,
      at,
      ratings: ratings.map(toned),
    })),
  }
}

function countRows(audit: Audit, rows: DeskRows): void {
  audit.saw('workspace_revision', rows.revisions.length)
  audit.saw('policy_version', rows.policies.length)
  audit.saw('scale_version', rows.scales.length)
  audit.saw('rating', rows.scales.flatMap(({ ratings }) => ratings).length)
  audit.saw('member', rows.members.length)
  audit.saw('invite', rows.invites.length)
  audit.saw('api_token', rows.tokens.length)
}

function settingsRows({ desk, revisions }: DeskRows): AuditRow[] {
  return revisions.map(({ number, settings, salt, contentHash, authorId: by, at }) => ({
    table: 'workspace_revision',
    place: `revision ${number} of the settings of desk ${desk.id}`,
    key: String(number),
    type: 'workspace',
    body: { number, settings: settings as Json }, // the column holds what Json holds
    salt,
    contentHash,
    by,
    at,
  }))
}

function policyRows({ desk, policies }: DeskRows): AuditRow[] {
  return policies.map(row => ({
    table: 'policy_version',
    place: `policy ${row.version} of desk ${desk.id}`,
    key: String(row.version),
    type: 'policy',
    body: policyBody(row),
    salt: row.salt,
    contentHash: row.contentHash,
    by: row.authorId,
    at: row.at,
  }))
}

function scaleRows({ desk, scales }: DeskRows): AuditRow[] {
  return scales.map(({ version, name, ratings, salt, contentHash, authorId: by, at }) => ({
    table: 'scale_version',
    place: `scale ${version} of desk ${desk.id}`,
    key: String(version),
    type: 'scale',
    body: { version, name, ratings: ratings.map(rating => ({ ...ratingBody(toned(rating)), tone: rating.tone })) },
    salt,
    contentHash,
    by,
    at,
  }))
}

/** A tone that no version knew is no other's: the hash is made from what is stored. */
function toned<T extends { tone: string }>(rating: T) {
  return { ...rating, tone: RATING_TONES.find(known => known === rating.tone) ?? 'mixed' }
}

/** The desk's columns that copy its latest revision and versions. */
function compareCopies(audit: Audit, rows: DeskRows, events: readonly AuditEvent[]): void {
  const { desk, revisions } = rows
  const place = `desk ${desk.id}`
  const latest = revisions.at(-1)
  const settings = (latest?.settings ?? {}) as { readonly [key: string]: Json } // what insertWorkspaceRevision writes
  for (const [field, stored] of Object.entries(settingsOf(desk))) {
    // Older revisions do not say how long an assignment may lie idle.
    if (field in settings || field !== 'idleLimitDays') audit.expect(place, field, stored, settings[field] ?? null)
  }
  audit.expect(place, 'version', desk.version, latest?.number ?? null)
  audit.expect(place, 'policy_version', desk.policyVersion, rows.policies.at(-1)?.version ?? null)
  audit.expect(place, 'scale_version', desk.scaleVersion, rows.scales.at(-1)?.version ?? null)
  const created = events.find(({ type }) => type === 'workspace.created')
  audit.expect(place, 'created_at', desk.createdAt, created?.at ?? null)
  // Older histories do not say whether the desk is a sample.
  const sample = created && valueIn(created, 'sample')
  if (sample !== undefined) audit.expect(place, 'is_sample', desk.isSample, sample)
}
