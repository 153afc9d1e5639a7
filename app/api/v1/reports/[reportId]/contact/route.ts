import { route } from '@/lib/server/route'
import { forgetReportContact } from '@/lib/use-cases/reports/forget-report-contact'

export const DELETE = route(forgetReportContact)
