import type { AuditEvent } from '@/lib/db/audit-events'
import { publicationsOf } from '@/lib/db/audit-statements'
import type { Tx } from '@/lib/db/client'
import { canonicalJson, type Json, sha256Hex } from '@/lib/domain/hash'
import { valueIn } from '@/lib/domain/history-ids'
import type { Audit } from './findings'
import type { AuditRow } from './match-rows'

type Published = ReturnType<typeof publicationsOf> extends AsyncGenerator<infer Row> ? Row : never

type Around = { own: readonly AuditEvent[]; decided: readonly AuditEvent[] }

/** Looks at a statement's publications one by one, and returns them as rows for the match with its events. */
export async function auditPublications(
  tx: Tx,
  audit: Audit,
  workspaceId: string,
  statementId: string,
  around: Around,
): Promise<AuditRow[]> {
  const rows: AuditRow[] = []
  for await (const publication of publicationsOf(tx, workspaceId, statementId)) {
    audit.saw('publication', 1)
    audit.saw('published_claim', publication.claims.length)
    audit.saw('publication_page', publication.page ? 1 : 0)
    const row = rowOf(publication)
    rows.push(row)
    const { place } = row
    audit.expect(place, 'number', publication.number, rows.length)
    audit.expect(place, 'snapshot_hash', publication.snapshotHash, hashOf(publication.snapshot))
    const claims = claimsIn(publication.snapshot)
    audit.expect(place, 'claim_count', publication.claimCount, claims.length)
    compareClaims(audit, place, publication, claims, around)
    comparePage(audit, publication)
  }
  return rows
}

function rowOf(row: Published): AuditRow {
  const { id, statementId, number, snapshotHash, claimCount, salt, contentHash, authorId: by, at } = row
  return {
    table: 'publication',
    place: `publication ${id} (number ${number}) of statement ${statementId}`,
    key: id,
    type: 'publication',
    body: { statementId, number, snapshotHash },
    salt,
    contentHash,
    by,
    at,
    ids: { number, claimCount, snapshotHash },
  }
}

function hashOf(snapshot: unknown): string {
  return sha256Hex(canonicalJson(snapshot as Json)) // the column holds what Json holds
}

/** The claims that a snapshot shows, of any format: their ids and the numbers readers see. */
function claimsIn(snapshot: unknown): { id: string; number: number }[] {
  const { claims } = (snapshot ?? {}) as { claims?: unknown } // every field is checked below
  if (!Array.isArray(claims)) return []
  return claims.flatMap(claim =>
    typeof claim?.id === 'string' && typeof claim?.number === 'number' ? [{ id: claim.id, number: claim.number }] : [],
  )
}

/** Compares the list of what is published with the snapshot and with the decisions that stood when it was taken. */
function compareClaims(
  audit: Audit,
  place: string,
  publication: Published,
  claims: readonly { id: string; number: number }[],
  { own, decided }: Around,
): void {
  const event = own.find(one => one.type === 'statement.published' && valueIn(one, 'publicationId') === publication.id)
  for (const row of publication.claims) {
    const where = `published claim ${row.claimId} of ${place}`
    const shown = claims.find(({ id }) => id === row.claimId)
    if (!shown) {
      audit.report(where, 'the snapshot does not show this claim.')
      continue
    }
    audit.expect(where, 'ord', row.ord, shown.number)
    const standing = decided.findLast(one => one.claimId === row.claimId && one.seq < (event?.seq ?? 0))
    audit.expect(where, 'decision_id', row.decisionId, standing ? valueIn(standing, 'decisionId') : null)
  }
  for (const { id } of claims) {
    if (!publication.claims.some(({ claimId }) => claimId === id)) {
      audit.report(place, `the snapshot shows claim ${id}, and there is no published_claim row of it.`)
    }
  }
}

/** What readers are shown is kept beside the snapshot, and must be what the snapshot makes. */
function comparePage(audit: Audit, { id, page, snapshot, snapshotHash }: Published): void {
  if (!page || page.renderer !== audit.pages?.renderer) return
  const made = audit.pages.render(snapshot, snapshotHash)
  audit.expect(`stored page (publication_page) of publication ${id}`, 'html', sha256Hex(page.html), sha256Hex(made))
}
