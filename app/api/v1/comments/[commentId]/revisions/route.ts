import { route } from '@/lib/server/route'
import { listCommentRevisions } from '@/lib/use-cases/comments/list-comment-revisions'

export const GET = route(listCommentRevisions)
