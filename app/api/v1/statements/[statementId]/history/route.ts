import { route } from '@/lib/server/route'
import { readHistory } from '@/lib/use-cases/history/read-history'

export const GET = route(readHistory)
