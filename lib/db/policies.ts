import type { ConsensusPolicy } from '@/lib/domain/consensus-policy'
import { contentHash, type Json } from '@/lib/domain/hash'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'

/** A consensus policy with its number among the desk's. */
export type NumberedPolicy = ConsensusPolicy & { readonly version: number }

type Stamp = { workspaceId: string; authorId: string | null; at: Date }

/** Writes one immutable version and returns the content hash that its event announces. */
export async function insertPolicy(tx: Tx, stamp: Stamp, policy: NumberedPolicy): Promise<string> {
  const salt = newSalt()
  const hash = contentHash(salt, 'policy', policyBody(policy))
  await tx.policyVersion.create({ data: { ...stamp, ...policyBody(policy), salt, contentHash: hash } })
  return hash
}

/** The policy of that version, which a claim of this desk pins or the desk itself names. */
export async function readPolicy(tx: Tx, workspaceId: string, version: number): Promise<NumberedPolicy> {
  return policyBody(
    await tx.policyVersion.findUniqueOrThrow({ where: { workspaceId_version: { workspaceId, version } } }),
  )
}

/** Every version of the desk's policy, newest first. */
export async function listPolicyVersions(tx: Tx, workspaceId: string) {
  const rows = await tx.policyVersion.findMany({ where: { workspaceId }, orderBy: { version: 'desc' } })
  return rows.map(row => ({ ...policyBody(row), at: row.at.toISOString() }))
}

/** Exactly what the content hash covers. */
export function policyBody(policy: NumberedPolicy) {
  return {
    version: policy.version,
    quorum: policy.quorum,
    majorityNumerator: policy.majorityNumerator,
    majorityDenominator: policy.majorityDenominator,
    spread: policy.spread,
    maxRounds: policy.maxRounds,
    separationOfDuties: policy.separationOfDuties,
  } satisfies Json
}
