import { authRoute } from '@/lib/server/auth-route'

/** next-auth's addresses. */
export const GET = authRoute
export const POST = authRoute
