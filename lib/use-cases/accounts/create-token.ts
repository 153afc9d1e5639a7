import { createTokenContract } from '@/lib/contracts/workspace'
import { countActiveTokens, insertToken, readOwnToken } from '@/lib/db/tokens'
import { AppError } from '@/lib/platform/app-error'
import { hashSecret, newSecret } from '@/lib/platform/secrets'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'

const MOST = 50
const HINT_LENGTH = 6

/** Makes a bearer token that can do at this desk what its member can; shown once, stored as a hash. */
export const createToken = defineCommand({
  contract: createTokenContract,
  action: 'token.create',
  lock: 'none',
  load: async () => null,
  async run({ tx, actor, input, at }) {
    const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt)
    if (expiresAt && expiresAt <= at) throw invalidInput('expiresAt', 'This moment has passed. Choose a later one.')
    if ((await countActiveTokens(tx, actor, at)) >= MOST) {
      throw new AppError('conflict', `You have ${MOST} tokens. Revoke those you no longer use first.`)
    }
    const token = newSecret()
    const draft = { name: input.name, tokenHash: hashSecret(token), hint: token.slice(0, HINT_LENGTH), expiresAt }
    const { id, contentHash } = await insertToken(tx, actor, draft, at)
    return { value: { id, token }, events: [{ type: 'token.created', ids: { token: id }, contentHash }] }
  },
  present: async (tx, actor, { id, token }) => ({ ...(await readOwnToken(tx, actor, id)), token }),
})
