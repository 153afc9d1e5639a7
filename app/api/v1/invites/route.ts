import { route } from '@/lib/server/route'
import { createInvite } from '@/lib/use-cases/workspace/create-invite'
import { listInvites } from '@/lib/use-cases/workspace/list-invites'

export const GET = route(listInvites)
export const POST = route(createInvite)
