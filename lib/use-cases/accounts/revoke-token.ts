import { revokeTokenContract } from '@/lib/contracts/workspace'
import { readOwnToken, revokeOwnToken } from '@/lib/db/tokens'
import { defineCommand } from '../define'

/** Ends a bearer token at once. One that has ended stays ended. */
export const revokeToken = defineCommand({
  contract: revokeTokenContract,
  action: 'token.revoke',
  lock: 'none',
  load: (tx, actor, { tokenId }) => readOwnToken(tx, actor, tokenId),
  facts: ({ memberId }) => ({ memberId }),
  async run({ tx, actor, resource: { id }, at }) {
    const hasEnded = await revokeOwnToken(tx, actor, id, at)
    return { value: id, events: hasEnded ? [{ type: 'token.revoked', ids: { token: id } }] : [] }
  },
  present: async (tx, actor, id) => ({ ...(await readOwnToken(tx, actor, id)), token: null }),
})
