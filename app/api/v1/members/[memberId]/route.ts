import { route } from '@/lib/server/route'
import { editMember } from '@/lib/use-cases/workspace/edit-member'

export const PATCH = route(editMember)
