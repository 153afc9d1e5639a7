import type { AuditEvent } from '@/lib/db/audit-events'
import type { StatementRows } from '@/lib/db/audit-statements'
import { shareHash } from '@/lib/db/shares'
import { valueIn } from '@/lib/domain/history-ids'
import type { Audit } from './findings'

/** Compares a statement's links with the events that made and ended them. */
export function auditShares(audit: Audit, { id, shares }: StatementRows, own: readonly AuditEvent[]): void {
  const about = (type: string, shareId: string) =>
    own.find(event => event.type === type && valueIn(event, 'shareId') === shareId)
  for (const share of shares) {
    const place = `link ${share.id} (share) of statement ${id}`
    const created = about('share.created', share.id)
    if (!created) {
      audit.report(place, 'no event says that it was made.')
      continue
    }
    audit.expect(place, 'publication_id', share.publicationId, valueIn(created, 'publicationId'))
    audit.expect(place, 'created_by_id', share.createdById, created.actorId)
    audit.expect(place, 'created_at', share.createdAt, created.at)
    // Links made before events carried the hash have none.
    if (created.contentHash !== null) {
      const fields = 'token_hash, hint, label, expires_at and publication_id, taken together (hash)'
      audit.expect(place, fields, shareHash(share), created.contentHash)
    }
    const revoked = about('share.revoked', share.id)
    audit.expect(place, 'revoked_at', share.revokedAt, revoked?.at ?? null)
    audit.expect(place, 'revoked_by_id', share.revokedById, revoked?.actorId ?? null)
  }
  for (const event of own.filter(({ type }) => type.startsWith('share.'))) {
    if (!shares.some(share => share.id === valueIn(event, 'shareId'))) {
      audit.report(
        `the history of statement ${id}, event ${event.seq} (${event.type})`,
        `is about link ${valueIn(event, 'shareId')}, and there is no such row.`,
      )
    }
  }
}
