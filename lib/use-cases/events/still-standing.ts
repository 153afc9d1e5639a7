import { db } from '@/lib/db/client'
import { type Credential, standingCredentials } from '@/lib/db/standing'

export type { Credential }

/** Which of those who follow a desk's histories may still do so, by session or token id. Looked up now, never remembered. */
export function stillStanding(workspaceId: string, credentials: readonly Credential[]): Promise<Set<string>> {
  return standingCredentials(db(), workspaceId, credentials)
}
