import { route } from '@/lib/server/route'
import { createToken } from '@/lib/use-cases/accounts/create-token'
import { listTokens } from '@/lib/use-cases/accounts/list-tokens'

export const GET = route(listTokens)
export const POST = route(createToken)
