import './lib/require-node.mjs'
import path from 'node:path'
import { watchServer } from './lib/bundle.mjs'
import { runCommand } from './lib/command.mjs'
import { openDeskDatabase } from './lib/desk-database.mjs'
import { install } from './lib/install.mjs'
import { refuseBusyPort } from './lib/port.mjs'
import { generatePrismaClient } from './lib/prisma-generate.mjs'
import { stateFolder } from './lib/project.mjs'
import { seedDemo } from './lib/seed.mjs'
import { startServer, whenServing } from './lib/server-process.mjs'
import { announce, withdraw } from './lib/serving.mjs'
import { readSettings, serverEnvironment } from './lib/settings.mjs'
import { interruption, step } from './lib/step.mjs'
import { printWelcome } from './lib/welcome.mjs'

const BUNDLES = path.join(stateFolder, 'dev')

// `npm run dev`: the same desk on the same data, from source. Next reloads pages; the server around it starts again when
// what it is made of changes.
await runCommand(async defer => {
  const settings = readSettings()
  await refuseBusyPort(settings.port, settings.host)
  await install({ withTools: true })
  await generatePrismaClient()
  const database = await openDeskDatabase(settings, defer)

  /** @type {() => void} */
  let onBuilt = () => {}
  const firstBuilt = new Promise(resolve => {
    onBuilt = () => resolve(undefined)
  })
  defer(await watchServer(BUNDLES, () => onBuilt()))
  await Promise.race([firstBuilt, interrupted()])

  const distDir = '.next'
  const seed = [path.join(BUNDLES, 'seed.mjs')]
  const { url, result: demo } = await database.makeReady(async databaseUrl => {
    if (!database.isEmbedded || !settings.wantsDemo) return undefined
    return step('Checking the sample desk', () => seedDemo(seed, serverEnvironment(settings, { databaseUrl, distDir })))
  })
  const env = serverEnvironment(settings, { databaseUrl: url, distDir })

  const start = () => {
    const server = startServer([path.join(BUNDLES, 'server.mjs')], {
      env: { ...env, NODE_ENV: 'development', ASSAY_DEV: '1', ASSAY_DEMO: demo?.accounts.length ? '1' : '0' },
    })
    // Next keeps what it makes while developing in a folder of its own, so a build may be made meanwhile.
    announce({ command: 'npm run dev', port: settings.port, distDir: `${distDir}/dev`, serverPid: server.pid })
    return server
  }
  let server = start()
  let turn = Promise.resolve()
  defer(withdraw)
  defer(() => turn.then(() => server.stop()))
  await step('Starting the server', () => whenServing(server, settings.port))
  printWelcome(settings, { demo, place: database.place })
  onBuilt = () => {
    turn = turn.then(async () => {
      if (interruption.signal.aborted) return
      console.log('… The sources have changed; starting the server again')
      await server.stop()
      server = start()
    })
  }
  await interrupted()
  return 0
})

/** @returns {Promise<void>} resolves when the person stops the command */
function interrupted() {
  const { signal } = interruption
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => signal.addEventListener('abort', () => resolve()))
}
