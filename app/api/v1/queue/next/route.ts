import { route } from '@/lib/server/route'
import { readNextClaim } from '@/lib/use-cases/claims/read-next-claim'

export const GET = route(readNextClaim)
