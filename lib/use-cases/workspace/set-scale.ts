import { setScaleContract } from '@/lib/contracts/scales'
import { insertScale, readScale } from '@/lib/db/scales'
import { pinForNewClaims, readSettings } from '@/lib/db/workspace'
import { ratingsInOrder, validateScale } from '@/lib/domain/scale'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { refuseProblems } from '../refuse-problems'

/** Sets a new version of the rating scale, kept in reading order. Claims that exist keep the one they pinned. */
export const setScale = defineCommand({
  contract: setScaleContract,
  action: 'scale.set',
  lock: 'workspace',
  load: (tx, actor) => readSettings(tx, actor.workspaceId),
  async run({ tx, actor, input, resource: { scaleVersion }, at }) {
    const { workspaceId, memberId: authorId } = actor
    const { basedOn, name, ratings } = input
    if (basedOn !== scaleVersion) {
      throw new AppError('stale-version', 'Someone set another scale meanwhile. Look again, then repeat.', {
        current: await readScale(tx, workspaceId, scaleVersion),
      })
    }
    refuseProblems(validateScale({ name, ratings }))
    const version = scaleVersion + 1
    const scale = { version, name, ratings: ratingsInOrder({ version, name, ratings }) }
    const contentHash = await insertScale(tx, { workspaceId, authorId, at }, scale)
    await pinForNewClaims(tx, workspaceId, { scaleVersion: version })
    return { value: version, events: [{ type: 'scale.set', ids: { version }, contentHash }] }
  },
  present: (tx, actor, version) => readScale(tx, actor.workspaceId, version),
})
