import { route } from '@/lib/server/route'
import { createComment } from '@/lib/use-cases/comments/create-comment'
import { listComments } from '@/lib/use-cases/comments/list-comments'

export const GET = route(listComments)
export const POST = route(createComment)
