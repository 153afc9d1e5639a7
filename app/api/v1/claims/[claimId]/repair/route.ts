import { route } from '@/lib/server/route'
import { repairClaim } from '@/lib/use-cases/versions/repair-claim'

export const POST = route(repairClaim)
