import { route } from '@/lib/server/route'
import { recuse } from '@/lib/use-cases/rounds/recuse'

export const POST = route(recuse)
