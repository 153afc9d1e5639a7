import { route } from '@/lib/server/route'
import { createShare } from '@/lib/use-cases/publications/create-share'
import { listShares } from '@/lib/use-cases/publications/list-shares'

export const GET = route(listShares)
export const POST = route(createShare)
