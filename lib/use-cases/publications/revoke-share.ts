import { revokeShareContract } from '@/lib/contracts/publications'
import { endShare, readShare } from '@/lib/db/shares'
import { defineCommand } from '../define'

/** Ends a link: its next reader is told so. Doing it again changes nothing. */
export const revokeShare = defineCommand({
  contract: revokeShareContract,
  action: 'share.revoke',
  lock: 'statement',
  load: (tx, actor, { shareId }) => readShare(tx, actor, shareId),
  async run({ tx, actor, resource: share, at }) {
    if (share.revokedAt !== null) return { value: share.id, events: [] }
    await endShare(tx, actor, share.id, at)
    return { value: share.id, events: [{ type: 'share.revoked', ids: { shareId: share.id } }] }
  },
  present: (tx, actor, shareId) => readShare(tx, actor, shareId),
})
