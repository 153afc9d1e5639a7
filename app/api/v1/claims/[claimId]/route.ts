import { route } from '@/lib/server/route'
import { editClaim } from '@/lib/use-cases/claims/edit-claim'
import { readClaim } from '@/lib/use-cases/claims/read-claim'
import { withdrawClaim } from '@/lib/use-cases/claims/withdraw-claim'

/** DELETE withdraws: the claim and its history are kept. */
export const GET = route(readClaim)
export const PATCH = route(editClaim)
export const DELETE = route(withdrawClaim)
