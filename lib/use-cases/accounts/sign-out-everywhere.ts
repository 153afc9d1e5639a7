import { signOutEverywhereContract } from '@/lib/contracts/workspace'
import { revokeSessionsOf } from '@/lib/db/sessions'
import { defineCommand } from '../define'

/** Ends every session of the caller, the one that asks included. Bearer tokens stay: they are ended one by one. */
export const signOutEverywhere = defineCommand({
  contract: signOutEverywhereContract,
  action: 'workspace.read',
  lock: 'none',
  load: async () => null,
  run: async ({ tx, actor, at }) => ({ value: await revokeSessionsOf(tx, actor.userId, at), events: [] }),
  present: async (_tx, _actor, ended) => ({ ended }),
})
