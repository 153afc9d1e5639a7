import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/db/client'
import { unappliedMigrations } from '@/lib/db/migrations'
import { log } from '@/lib/platform/log'

/** What the desk lacks to serve, in sentences without details that strangers could use; empty when it lacks nothing. */
export async function missingForService(patienceMs: number): Promise<string[]> {
  const asked = unappliedMigrations(db()).catch(error => {
    log.warn({ err: error }, 'the database does not answer')
    return null
  })
  const unapplied = await Promise.race([asked, sleep(patienceMs, null, { ref: false })])
  if (unapplied === null) return ['The database does not answer.']
  return unapplied.map(name => `The migration ${name} has not been applied.`)
}
