import { route } from '@/lib/server/route'
import { revokeInvite } from '@/lib/use-cases/workspace/revoke-invite'

export const DELETE = route(revokeInvite)
