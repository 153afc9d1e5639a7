import { route } from '@/lib/server/route'
import { assignReviewers } from '@/lib/use-cases/rounds/assign-reviewers'

export const PUT = route(assignReviewers)
