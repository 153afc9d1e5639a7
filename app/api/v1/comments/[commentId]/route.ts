import { route } from '@/lib/server/route'
import { editComment } from '@/lib/use-cases/comments/edit-comment'
import { withdrawComment } from '@/lib/use-cases/comments/withdraw-comment'

export const PATCH = route(editComment)
export const DELETE = route(withdrawComment)
