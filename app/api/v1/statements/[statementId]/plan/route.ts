import { route } from '@/lib/server/route'
import { planStatement } from '@/lib/use-cases/statements/plan-statement'

export const PUT = route(planStatement)
