import { route } from '@/lib/server/route'
import { acceptInvite } from '@/lib/use-cases/accounts/accept-invite'

export const POST = route(acceptInvite)
