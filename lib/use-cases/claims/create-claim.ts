import { createClaimContract } from '@/lib/contracts/claims'
import { insertClaim } from '@/lib/db/claim-insert'
import { readCurrentText } from '@/lib/db/claim-revisions'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { refuseFutureDates } from '../refuse-future-dates'
import { assignByPlan } from '../rounds/assign-by-plan'
import { presentClaim } from './present-claim'
import { resolveTargets } from './resolve-targets'
import { roundOpened } from './revise-claim'

/** Highlights passages of the statement's current text as a claim, which pins the desk's scale and policy, and opens its first round. Reviewers are asked as the statement's plan says. */
export const createClaim = defineCommand({
  contract: createClaimContract,
  action: 'claim.create',
  lock: 'statement',
  load: (tx, actor, { statementId }) => readCurrentText(tx, actor, statementId),
  async run({ tx, actor, input, resource: current, at }) {
    const { versionNumber, sha256 } = current
    if (input.versionNumber !== undefined && input.versionNumber !== versionNumber) {
      throw new AppError(
        'stale-version',
        `The statement has a newer text (version ${versionNumber}). Select the passage in that one.`,
        { current: { versionNumber, sha256 } },
      )
    }
    const { claimReviewed, claimant, saidOn } = input
    refuseFutureDates({ saidOn }, at)
    const targets = resolveTargets(current.text, input.targets)
    const { id, contentHash, policyVersion, scaleVersion } = await insertClaim(
      tx,
      actor,
      current,
      { claimReviewed, claimant, saidOn, targets },
      at,
    )
    const ids = { revision: 1, policy: policyVersion, scale: scaleVersion }
    return {
      value: id,
      events: [
        { type: 'claim.created', claimId: id, ids, contentHash },
        roundOpened(id, 1, 'FIRST'),
        ...(await assignByPlan(tx, actor, { statementId: current.statementId, claimId: id }, at)),
      ],
    }
  },
  present: presentClaim,
})
