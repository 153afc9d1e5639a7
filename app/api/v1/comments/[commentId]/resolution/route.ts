import { route } from '@/lib/server/route'
import { resolveComment } from '@/lib/use-cases/comments/resolve-comment'

export const PUT = route(resolveComment)
