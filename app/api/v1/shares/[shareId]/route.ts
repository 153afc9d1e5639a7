import { route } from '@/lib/server/route'
import { revokeShare } from '@/lib/use-cases/publications/revoke-share'

export const DELETE = route(revokeShare)
