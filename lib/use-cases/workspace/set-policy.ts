import { setPolicyContract } from '@/lib/contracts/policies'
import { countPeople } from '@/lib/db/members'
import { insertPolicy, readPolicy } from '@/lib/db/policies'
import { pinForNewClaims, readSettings } from '@/lib/db/workspace'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { refusePolicy } from './refuse-policy'

/** Sets a new version of the consensus policy, if the desk has the people for it. Claims that exist keep the one they pinned. */
export const setPolicy = defineCommand({
  contract: setPolicyContract,
  action: 'policy.set',
  lock: 'workspace',
  load: (tx, actor) => readSettings(tx, actor.workspaceId),
  async run({ tx, actor, input, resource: { policyVersion }, at }) {
    const { workspaceId, memberId: authorId } = actor
    const { basedOn, ...policy } = input
    if (basedOn !== policyVersion) {
      throw new AppError('stale-version', 'Someone set another policy meanwhile. Look again, then repeat.', {
        current: await readPolicy(tx, workspaceId, policyVersion),
      })
    }
    refusePolicy(policy, await countPeople(tx, workspaceId))
    const version = policyVersion + 1
    const contentHash = await insertPolicy(tx, { workspaceId, authorId, at }, { ...policy, version })
    await pinForNewClaims(tx, workspaceId, { policyVersion: version })
    return { value: version, events: [{ type: 'policy.set', ids: { version }, contentHash }] }
  },
  present: (tx, actor, version) => readPolicy(tx, actor.workspaceId, version),
})
