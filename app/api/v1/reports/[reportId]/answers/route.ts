import { route } from '@/lib/server/route'
import { answerReport } from '@/lib/use-cases/reports/answer-report'

export const POST = route(answerReport)
