import { route } from '@/lib/server/route'
import { readQueue } from '@/lib/use-cases/claims/read-queue'

export const GET = route(readQueue)
