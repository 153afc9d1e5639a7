import { route } from '@/lib/server/route'
import { listRepairs } from '@/lib/use-cases/versions/list-repairs'

export const GET = route(listRepairs)
