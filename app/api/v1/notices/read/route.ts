import { route } from '@/lib/server/route'
import { readNotices } from '@/lib/use-cases/notices/read-notices'

export const POST = route(readNotices)
