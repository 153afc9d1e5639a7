import { readClaimContract } from '@/lib/contracts/claims'
import { atOneMoment } from '@/lib/db/one-moment'
import { defineQuery } from '../define'
import { presentClaim } from './present-claim'

/** One claim with its rounds, as far as they are open to the actor. */
export const readClaim = defineQuery({
  contract: readClaimContract,
  action: 'claim.read',
  run: ({ db, actor, input }) => atOneMoment(db, tx => presentClaim(tx, actor, input.claimId)),
})
