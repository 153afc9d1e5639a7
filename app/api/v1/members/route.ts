import { route } from '@/lib/server/route'
import { listMembers } from '@/lib/use-cases/workspace/list-members'

export const GET = route(listMembers)
