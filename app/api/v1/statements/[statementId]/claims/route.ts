import { route } from '@/lib/server/route'
import { createClaim } from '@/lib/use-cases/claims/create-claim'
import { listClaims } from '@/lib/use-cases/claims/list-claims'

export const GET = route(listClaims)
export const POST = route(createClaim)
