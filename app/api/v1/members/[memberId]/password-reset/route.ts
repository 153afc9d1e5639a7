import { route } from '@/lib/server/route'
import { createPasswordReset } from '@/lib/use-cases/accounts/create-password-reset'

export const POST = route(createPasswordReset)
