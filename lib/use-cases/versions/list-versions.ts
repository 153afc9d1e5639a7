import { listVersionsContract } from '@/lib/contracts/versions'
import { atOneMoment } from '@/lib/db/one-moment'
import { can } from '@/lib/domain/policy'
import { defineQuery } from '../define'
import { permissionDto } from '../permission'
import { presentVersions } from './present-version'

/** The texts of a statement, oldest first, with what became of its passages in each. */
export const listVersions = defineQuery({
  contract: listVersionsContract,
  action: 'version.list',
  run: ({ db, actor, input }) =>
    atOneMoment(db, async tx => ({
      items: await presentVersions(tx, actor, input.statementId),
      may: { add: permissionDto(can(actor, 'version.add')) },
    })),
})
