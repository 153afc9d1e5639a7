import { route } from '@/lib/server/route'
import { listNotices } from '@/lib/use-cases/notices/list-notices'

export const GET = route(listNotices)
