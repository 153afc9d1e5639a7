import { route } from '@/lib/server/route'
import { listPolicies } from '@/lib/use-cases/workspace/list-policies'
import { setPolicy } from '@/lib/use-cases/workspace/set-policy'

export const GET = route(listPolicies)
export const POST = route(setPolicy)
