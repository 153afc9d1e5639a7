import { route } from '@/lib/server/route'
import { editWorkspace } from '@/lib/use-cases/workspace/edit-workspace'
import { readWorkspace } from '@/lib/use-cases/workspace/read-workspace'

export const GET = route(readWorkspace)
export const PATCH = route(editWorkspace)
