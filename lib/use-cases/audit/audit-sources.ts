import { sourcePages } from '@/lib/db/audit-desk'
import type { Tx } from '@/lib/db/client'
import { sourceRef } from '@/lib/db/sources'
import type { Audit } from './findings'

/** Looks at a desk's sources: each is called after its particulars, and somebody cited it when it was written. */
export async function auditSources(tx: Tx, audit: Audit, workspaceId: string): Promise<void> {
  for await (const page of sourcePages(tx, workspaceId)) {
    audit.saw('source', page.length)
    for (const source of page) {
      const place = `source ${source.id}`
      const { id, fingerprint } = sourceRef(workspaceId, source)
      audit.expect(place, 'fingerprint', source.fingerprint, fingerprint)
      audit.expect(place, 'id', source.id, id)
      audit.expect(place, 'document_hash', source.documentHash, null)
      const isCited = source.acts.some(
        ({ memberId, at }) => memberId === source.createdById && at.getTime() === source.createdAt.getTime(),
      )
      if (!isCited) {
        audit.report(
          place,
          `created_by_id is ${source.createdById} and created_at ${source.createdAt.toISOString()}, and nothing cites it by this member at this moment.`,
        )
      }
    }
  }
}
