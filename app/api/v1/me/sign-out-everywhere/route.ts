import { route } from '@/lib/server/route'
import { signOutEverywhere } from '@/lib/use-cases/accounts/sign-out-everywhere'

export const POST = route(signOutEverywhere)
