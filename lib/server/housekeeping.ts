import { log } from '@/lib/platform/log'

/** How often (ms), and how long after the start for the first time: not while everything else is starting. */
const EVERY_MS = 10 * 60_000
const FIRST_MS = 30_000

type Options = { everyMs?: number; firstMs?: number }

export type Housekeeping = {
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>
}

/** Does the work every ten minutes, never twice at once. What goes wrong is logged and tried again the next time. */
export function startHousekeeping(
  work: () => Promise<void>,
  { everyMs = EVERY_MS, firstMs = FIRST_MS }: Options = {},
): Housekeeping {
  let underWay: Promise<void> | null = null
  const run = () => {
    underWay ??= work()
      .catch(error => log.error({ err: error }, 'housekeeping failed; it is tried again later'))
      .finally(() => {
        underWay = null
      })
  }
  const first = setTimeout(run, firstMs).unref()
  const timer = setInterval(run, everyMs).unref()
  return {
    async stop() {
      clearTimeout(first)
      clearInterval(timer)
      await underWay
    },
  }
}
