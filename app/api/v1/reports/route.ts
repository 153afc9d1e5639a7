import { route } from '@/lib/server/route'
import { listReports } from '@/lib/use-cases/reports/list-reports'

export const GET = route(listReports)
