import { route } from '@/lib/server/route'
import { reopenClaim } from '@/lib/use-cases/decisions/reopen-claim'

export const POST = route(reopenClaim)
