import { createServer } from 'node:http'
import next from 'next'
import { closeDb } from '@/lib/db/client'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { keepHouse } from '@/lib/use-cases/housekeeping/keep-house'
import { createEventStreams } from './event-stream'
import { createFrontDoor } from './front-door-server'
import { startHousekeeping } from './housekeeping'
import { servePublicPage } from './public-page/serve'

/** The process that `npm start` runs: Next behind the front door, until SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const { HOST, PORT, ASSAY_DEV, ASSAY_TRUSTED_PROXIES } = env()
  const isDevelopment = ASSAY_DEV === '1'
  const app = next({
    dev: isDevelopment,
    dir: process.cwd(),
    hostname: HOST,
    port: PORT,
    // Next hangs its WebSockets on the server it is given. Development alone has any: otherwise that one never listens.
    ...(isDevelopment ? {} : { httpServer: createServer() }),
  })
  await app.prepare()

  const { server, close } = createFrontDoor({
    handle: app.getRequestHandler(),
    publicPage: servePublicPage,
    streams: createEventStreams(),
    trustedProxies: ASSAY_TRUSTED_PROXIES,
  })
  const housekeeping = startHousekeeping(keepHouse)
  stopOnSignal(async () => {
    await Promise.all([close(), housekeeping.stop()])
    await app.close()
    await closeDb()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, resolve)
  })
  log.info({ host: HOST, port: PORT }, 'listening')
}

/** Runs `stop` at the first signal that asks for it, then ends the process; further signals change nothing. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const handleSignal = (signal: NodeJS.Signals) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    stop().then(
      () => process.exit(0),
      error => fail(error, 'could not stop in order'),
    )
  }
  process.on('SIGTERM', handleSignal)
  process.on('SIGINT', handleSignal)
}

function fail(error: unknown, what: string): never {
  log.fatal({ err: error }, what)
  process.exit(1)
}

main().catch(error => fail(error, 'the server did not start'))
