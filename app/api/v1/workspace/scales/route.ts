import { route } from '@/lib/server/route'
import { listScales } from '@/lib/use-cases/workspace/list-scales'
import { setScale } from '@/lib/use-cases/workspace/set-scale'

export const GET = route(listScales)
export const POST = route(setScale)
