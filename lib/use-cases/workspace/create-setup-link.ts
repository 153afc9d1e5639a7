import { db, type Tx } from '@/lib/db/client'
import { clockOf } from '@/lib/db/clock'
import { appendEvents } from '@/lib/db/events'
import { insertInvite } from '@/lib/db/invites'
import { inTransaction } from '@/lib/db/transaction'
import { hasAnyAdmin, lockSetUp, takeBackSetUp } from '@/lib/db/workspace-setup'
import { hashSecret, newSecret } from '@/lib/platform/secrets'
import { invitePath } from '../accounts/links'
import { INVITE_DAYS } from './create-invite'
import { createWorkspace } from './create-workspace'

const UNNAMED = 'New desk'

/**
 * Where nobody administers anything yet: the path of a one-time link with which the first administrator sets the desk up,
 * in place of an earlier one that nobody used. Null where there is an administrator.
 */
export async function createSetupLink(): Promise<string | null> {
  return await inTransaction(db(), async tx => {
    await lockSetUp(tx)
    if (await hasAnyAdmin(tx)) return null
    const at = await clockOf(tx)
    const workspaceId = (await takeBackSetUp(tx, at)) ?? (await createWorkspace(tx, { name: UNNAMED }, at)).id
    return invitePath(await inviteFirstAdmin(tx, workspaceId, at))
  })
}

async function inviteFirstAdmin(tx: Tx, workspaceId: string, at: Date): Promise<string> {
  const token = newSecret()
  const draft = { workspaceId, email: null, role: 'ADMIN', tokenHash: hashSecret(token), createdById: null } as const
  const { id, contentHash } = await insertInvite(tx, draft, at, INVITE_DAYS)
  const event = { type: 'invite.created', ids: { invite: id, role: 'ADMIN' }, contentHash }
  await appendEvents(tx, { id: workspaceId, workspaceId }, null, at, [event])
  return token
}
