import type { ProblemDto } from '@/lib/contracts/problem'

/** What came of trying to sign in. `message` is fit to show. */
export type SignInOutcome = { status: 'signed-in' } | { status: 'wrong' | 'refused'; message: string }

const SIGNED_IN = { status: 'signed-in' } as const
/** One sentence for unknown people and wrong passwords alike: the page does not tell who has an account. */
const WRONG = { status: 'wrong', message: 'Email or password is wrong.' } as const
const OFFLINE = { status: 'refused', message: 'The desk cannot be reached. Try again in a moment.' } as const

/** Opens a session through next-auth's own endpoints. Never rejects. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const response = await postWithToken('/api/auth/callback/credentials', { email, password })
    if (response.ok) return SIGNED_IN
    if (response.status === 401) return WRONG
    const { detail } = (await response.json()) as ProblemDto // problem+json by the sign-in route
    return { status: 'refused', message: detail }
  } catch {
    return OFFLINE
  }
}

/** Ends this session and leaves for the sign-in page, also where the desk could not be reached. */
export async function signOut(): Promise<void> {
  try {
    await postWithToken('/api/auth/signout', {})
  } finally {
    // A whole new page: nothing that was read stays in memory.
    window.location.assign('/sign-in')
  }
}

async function postWithToken(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json()) as { csrfToken: string } // next-auth's endpoint
  return await fetch(path, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true', callbackUrl: window.location.origin }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
}
