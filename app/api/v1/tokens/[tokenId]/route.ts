import { route } from '@/lib/server/route'
import { revokeToken } from '@/lib/use-cases/accounts/revoke-token'

export const DELETE = route(revokeToken)
