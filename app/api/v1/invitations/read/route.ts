import { route } from '@/lib/server/route'
import { readInvite } from '@/lib/use-cases/accounts/read-invite'

export const POST = route(readInvite)
