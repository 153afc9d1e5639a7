import { db } from '@/lib/db/client'
import { deleteOldReportContacts } from '@/lib/db/reports'
import { log } from '@/lib/platform/log'

/** Forgets how to reach readers who got their final answer longer ago than the form promises to keep it. For housekeeping. */
export async function forgetOldReportContacts(): Promise<void> {
  const forgotten = await deleteOldReportContacts(db())
  if (forgotten > 0) log.info({ forgotten }, 'contacts of readers were forgotten')
}
