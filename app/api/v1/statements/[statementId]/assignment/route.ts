import { route } from '@/lib/server/route'
import { readAssignments } from '@/lib/use-cases/rounds/read-assignments'
import { spreadReviewers } from '@/lib/use-cases/rounds/spread-reviewers'

export const GET = route(readAssignments)
export const PUT = route(spreadReviewers)
