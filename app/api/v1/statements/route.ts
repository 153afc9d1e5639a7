import { route } from '@/lib/server/route'
import { createStatement } from '@/lib/use-cases/statements/create-statement'
import { listStatements } from '@/lib/use-cases/statements/list-statements'

export const GET = route(listStatements)
export const POST = route(createStatement)
