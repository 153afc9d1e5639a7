import { route } from '@/lib/server/route'
import { listDeskCorrections } from '@/lib/use-cases/corrections/list-desk-corrections'

export const GET = route(listDeskCorrections)
