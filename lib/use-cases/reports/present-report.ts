import type { Tx } from '@/lib/db/client'
import { listReportsOf } from '@/lib/db/reports-list'
import type { Actor } from '@/lib/domain/actor'

/** The reply of every command on a report: as editors see it now. */
export async function presentReport(tx: Tx, actor: Actor, id: string) {
  const [report] = await listReportsOf(tx, actor, { id, limit: 1 })
  if (!report) throw new Error(`report ${id} is gone`)
  return report
}
