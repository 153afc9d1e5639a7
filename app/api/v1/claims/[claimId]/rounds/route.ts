import { route } from '@/lib/server/route'
import { startRound } from '@/lib/use-cases/rounds/start-round'

export const POST = route(startRound)
