import { route } from '@/lib/server/route'
import { editStatement } from '@/lib/use-cases/statements/edit-statement'
import { readStatement } from '@/lib/use-cases/statements/read-statement'

export const GET = route(readStatement)
export const PATCH = route(editStatement)
