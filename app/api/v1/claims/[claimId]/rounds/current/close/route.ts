import { route } from '@/lib/server/route'
import { closeRound } from '@/lib/use-cases/rounds/close-round'

export const POST = route(closeRound)
