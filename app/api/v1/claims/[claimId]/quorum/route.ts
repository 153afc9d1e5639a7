import { route } from '@/lib/server/route'
import { lowerQuorum } from '@/lib/use-cases/claims/lower-quorum'

export const PUT = route(lowerQuorum)
