import type { AuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { endSession } from '@/lib/use-cases/accounts/end-session'
import { identifySession } from '@/lib/use-cases/accounts/identify'
import { SESSION_DAYS, signIn } from '@/lib/use-cases/accounts/sign-in'
import { isSecureOrigin } from './session-cookie'

const SESSION_SECONDS = SESSION_DAYS * 86_400

/** What next-auth would turn into a redirect or swallow, kept for the caller to answer with. */
export type AuthOutcome = { failure: unknown; wasRefused: boolean }

/**
 * next-auth for one request. The cookie is an encrypted JWT that holds a session id; the session itself is a row, looked
 * up at every request, so that ending it counts at once.
 */
export function authOptions(address: string, outcome: AuthOutcome): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: isSecureOrigin(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      credentials({
        name: 'E-mail and password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(sent) {
          try {
            const person = await signIn({ email: sent?.email, password: sent?.password, address })
            outcome.wasRefused = person === null
            return person && { id: person.sessionId, name: person.name }
          } catch (error) {
            outcome.failure = error
            return null
          }
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user) return { sid: user.id, name: user.name }
        const stands = typeof token.sid === 'string' && (await identifySession(token.sid))
        if (!stands) throw new Error('this session has ended')
        return token
      },
      session: ({ session, token }) => ({ user: { name: token.name ?? null }, expires: session.expires }),
      // The wrapper has made the address one of ours; next-auth would compare it with the one configured name alone.
      redirect: ({ url }) => url,
    },
    events: {
      async signOut({ token }) {
        try {
          if (typeof token.sid === 'string') await endSession(token.sid)
        } catch (error) {
          outcome.failure = error // next-auth would only log it, and the session would live on.
        }
      },
    },
    logger: {
      error: code => log.debug({ code }, 'next-auth'),
      warn: code => log.debug({ code }, 'next-auth'),
      debug: () => {},
    },
  }
}
