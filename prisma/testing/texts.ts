import type { z } from 'zod'
import type { ClaimDto } from '../../lib/contracts/claims'
import type { createVersionContract, repairClaimContract, StatementVersionDto } from '../../lib/contracts/versions'
import type { Actor } from '../../lib/domain/actor'
import { readStatement } from '../../lib/use-cases/statements/read-statement'
import { createVersion } from '../../lib/use-cases/versions/create-version'
import { repairClaim } from '../../lib/use-cases/versions/repair-claim'
import { readAs } from './claims'

type VersionInput = z.input<typeof createVersionContract.input>
type RepairInput = z.input<typeof repairClaimContract.input>

/** Adds a text to the one that stands, as someone who has just read that. */
export async function addTextAs(
  actor: Actor,
  statementId: string,
  text: string,
  rest: Partial<VersionInput> = {},
): Promise<StatementVersionDto> {
  const { currentVersion: basedOn } = await readStatement.execute(actor, { statementId })
  return await createVersion.execute(actor, { statementId, basedOn, text, ...rest })
}

/** Says that a claim is still the same in every passage that waits, wherever the mapping found it or, told so, at other words. */
export async function repairAs(
  actor: Actor,
  claimId: string,
  { moveTo, ...rest }: Partial<RepairInput> & { moveTo?: RepairInput['targets'][number]['moveTo'] } = {},
): Promise<ClaimDto> {
  const { version, targets, statementId } = await readAs(actor, claimId)
  const { currentVersion: versionNumber } = await readStatement.execute(actor, { statementId })
  const waiting = targets
    .filter(({ anchorState }) => anchorState !== 'ANCHORED')
    .map(({ id: targetId }) => (moveTo ? { targetId, moveTo } : { targetId }))
  return await repairClaim.execute(actor, { claimId, version, versionNumber, targets: waiting, ...rest })
}
