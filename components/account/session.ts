/** What came of trying to sign in. */
export type SignInOutcome = 'signed-in' | 'wrong' | 'too-many' | 'offline'

/** Opens a session through next-auth's own endpoints. Never rejects. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const response = await postWithToken('/api/auth/callback/credentials', { email, password })
    if (response.status === 429) return 'too-many'
    if (response.ok) return 'signed-in'
    const { url = '' } = (await response.json()) as { url?: string } // next-auth tells the reason in the address it would go to
    return url.includes('too-many') ? 'too-many' : response.status === 401 ? 'wrong' : 'offline'
  } catch {
    return 'offline'
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
