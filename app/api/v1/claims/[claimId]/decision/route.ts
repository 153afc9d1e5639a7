import { route } from '@/lib/server/route'
import { decideClaim } from '@/lib/use-cases/decisions/decide-claim'

export const POST = route(decideClaim)
