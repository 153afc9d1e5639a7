import { route } from '@/lib/server/route'
import { castVerdict } from '@/lib/use-cases/verdicts/cast-verdict'
import { withdrawVerdict } from '@/lib/use-cases/verdicts/withdraw-verdict'

/** One verdict a reviewer and round, their own: repeating a PUT replaces it. */
export const PUT = route(castVerdict)
export const DELETE = route(withdrawVerdict)
