import type { StatementDto } from '@/lib/contracts/statements'
import type { Tx } from '@/lib/db/client'
import { readStatementWithText } from '@/lib/db/statements-read'
import type { Actor } from '@/lib/domain/actor'
import { can } from '@/lib/domain/policy'
import { publicOrigin } from '@/lib/platform/env'
import { permissionDto } from '../permission'

/** One statement as the API shows it to the actor. Throws not-found when it is not the desk's. */
export async function presentStatement(tx: Tx, actor: Actor, id: string): Promise<StatementDto> {
  const statement = await readStatementWithText(tx, actor, id)
  const embargo = { embargoUntil: statement.isEmbargoed ? statement.embargoUntil : null }
  return {
    ...statement,
    textUrl: `${publicOrigin()}/api/v1/statements/${id}/versions/${statement.currentVersion}/text`,
    may: {
      edit: permissionDto(can(actor, 'statement.edit', { createdById: statement.createdBy.id })),
      createClaim: permissionDto(can(actor, 'claim.create')),
      plan: permissionDto(can(actor, 'statement.plan')),
      assign: permissionDto(can(actor, 'assignment.spread')),
      publish: permissionDto(can(actor, 'publication.create', embargo)),
      share: permissionDto(can(actor, 'share.create', embargo)),
      addVersion: permissionDto(can(actor, 'version.add')),
    },
  }
}
