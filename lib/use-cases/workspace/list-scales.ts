import { listScalesContract } from '@/lib/contracts/scales'
import { listScaleVersions } from '@/lib/db/scales'
import { defineQuery } from '../define'

/** Every version of the desk's rating scale. */
export const listScales = defineQuery({
  contract: listScalesContract,
  action: 'scale.list',
  run: async ({ db, actor }) => ({ items: await listScaleVersions(db, actor.workspaceId) }),
})
