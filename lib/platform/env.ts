import { z } from 'zod'

const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info')

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z
    .string()
    .min(1, 'Set DATABASE_URL to a PostgreSQL connection string, or run `npm start`, which brings its own.'),
  /** For LISTEN when DATABASE_URL goes through a pooler that cannot. */
  DIRECT_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'Set NEXTAUTH_SECRET to at least 32 random characters (openssl rand -base64 48).'),
  /** Where people reach this desk. Every link is built from it, never from a request's Host. */
  ASSAY_URL: z.url().default('http://127.0.0.1:3000'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  ASSAY_DEV: z.string().optional(),
  ASSAY_DIST_DIR: z.string().default('.next'),
  /** Number of reverse proxies in front whose X-Forwarded-For can be believed. */
  ASSAY_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `1` shows the demo accounts on the sign-in page. Set by `npm start` for the embedded demo alone. */
  ASSAY_DEMO: z.string().optional(),
  /** What the demo link derives from, on the embedded database alone. */
  ASSAY_SHARE_SECRET: z.string().min(32).optional(),
  /** Multiplies every rate limit; tests that sign in hundreds of times raise it. */
  ASSAY_RATE_FACTOR: z.coerce.number().min(1).max(10_000).default(1),
  LOG_LEVEL: LogLevel,
})

type Env = z.infer<typeof Environment>

let parsed: Env | undefined

/** The configuration, read and checked once. The only reader of process.env. Throws with what to set when it is wrong. */
export function env(): Env {
  if (parsed) return parsed
  const result = Environment.safeParse(process.env)
  if (!result.success) {
    const lines = result.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration is not complete:\n${lines.join('\n')}`)
  }
  parsed = result.data
  return parsed
}

/** The origin of every link this desk hands out, without a trailing slash. */
export function publicOrigin(): string {
  return new URL(env().ASSAY_URL).origin
}

/** How much to log. Read apart from the rest, since modules that log are loaded where there is no configuration yet: in a build. */
export function logLevel(): z.infer<typeof LogLevel> {
  return LogLevel.catch('info').parse(process.env.LOG_LEVEL)
}
