import { listTokensContract } from '@/lib/contracts/workspace'
import { listOwnTokens } from '@/lib/db/tokens'
import { defineQuery } from '../define'

/** The caller's own bearer tokens at this desk. */
export const listTokens = defineQuery({
  contract: listTokensContract,
  action: 'token.list',
  async run({ db, actor }) {
    const tokens = await listOwnTokens(db, actor)
    return { items: tokens.map(token => ({ ...token, token: null })) }
  },
})
