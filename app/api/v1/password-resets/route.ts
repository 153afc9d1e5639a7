import { route } from '@/lib/server/route'
import { resetPassword } from '@/lib/use-cases/accounts/reset-password'

export const POST = route(resetPassword)
