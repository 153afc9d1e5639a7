import { route } from '@/lib/server/route'
import { editMe } from '@/lib/use-cases/accounts/edit-me'
import { readMe } from '@/lib/use-cases/accounts/read-me'

export const GET = route(readMe)
export const PATCH = route(editMe)
