import { route } from '@/lib/server/route'
import { readAsOf } from '@/lib/use-cases/history/read-as-of'

export const GET = route(readAsOf)
