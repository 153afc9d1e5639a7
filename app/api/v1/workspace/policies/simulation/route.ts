import { route } from '@/lib/server/route'
import { simulatePolicy } from '@/lib/use-cases/workspace/simulate-policy'

export const POST = route(simulatePolicy)
