import { route } from '@/lib/server/route'
import { mergeClaim } from '@/lib/use-cases/claims/merge-claim'

export const POST = route(mergeClaim)
