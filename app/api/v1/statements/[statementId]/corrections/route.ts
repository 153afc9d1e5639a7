import { route } from '@/lib/server/route'
import { createCorrection } from '@/lib/use-cases/corrections/create-correction'
import { listCorrections } from '@/lib/use-cases/corrections/list-corrections'

export const GET = route(listCorrections)
export const POST = route(createCorrection)
