import { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from '@/lib/platform/env'

export type Limit = {
  /** Names the counter; part of its key. */
  name: string
  /** How many points fit in one window. */
  points: number
  /** The window, in seconds. */
  seconds: number
}

type Consumer = {
  consume(key: string, points?: number): Promise<RateLimiterRes>
  delete(key: string): Promise<boolean>
}

/** Takes a point from a counter and says whether there was one. */
export type Limiter = {
  /** Seconds to wait, or null when the point was there. */
  take(key: string): Promise<number | null>
  /** Forgives everything counted for the key. */
  clear(key: string): Promise<void>
}

/** A limiter whose counters all instances share, in PostgreSQL. For what is worth guessing: passwords, links. */
export function sharedLimiter(limit: Limit): Limiter {
  return lazily(
    () =>
      new RateLimiterPostgres({
        storeClient: pool(),
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        ...options(limit),
      }),
  )
}

/** A limiter of this process alone, which costs nothing. Against floods, where a factor of the number of instances does not matter. */
export function localLimiter(limit: Limit): Limiter {
  return lazily(() => new RateLimiterMemory(options(limit)))
}

function options({ name, points, seconds }: Limit) {
  return { keyPrefix: name, points: Math.round(points * env().ASSAY_RATE_FACTOR), duration: seconds }
}

let shared: Pool | undefined

function pool(): Pool {
  shared ??= new Pool({ connectionString: env().DATABASE_URL, max: 2 })
  return shared
}

// Made at first use: the configuration is not read while modules load (a build has none).
function lazily(make: () => Consumer): Limiter {
  let made: Consumer | undefined
  const consumer = () => {
    made ??= make()
    return made
  }
  return {
    async take(key) {
      try {
        await consumer().consume(key)
        return null
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
        throw refusal
      }
    },
    async clear(key) {
      await consumer().delete(key)
    },
  }
}
