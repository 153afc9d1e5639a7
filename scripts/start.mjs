import './lib/require-node.mjs'
import { buildIfStale, MAIN_BUILD } from './lib/build.mjs'
import { runCommand } from './lib/command.mjs'
import { openDeskDatabase } from './lib/desk-database.mjs'
import { install } from './lib/install.mjs'
import { refuseBusyPort } from './lib/port.mjs'
import { Problem } from './lib/problem.mjs'
import { inProject } from './lib/project.mjs'
import { seedDemo, setupLink } from './lib/seed.mjs'
import { startServer, whenServing } from './lib/server-process.mjs'
import { announce, withdraw } from './lib/serving.mjs'
import { readSettings, serverEnvironment } from './lib/settings.mjs'
import { interruption, step } from './lib/step.mjs'
import { printWelcome } from './lib/welcome.mjs'

// `npm start`: from whatever state the checkout and the data folder are in to a desk that serves, and back on Ctrl-C.
await runCommand(async defer => {
  const settings = readSettings()
  await refuseBusyPort(settings.port, settings.host)
  await install({ withTools: false })
  const database = await openDeskDatabase(settings, defer)
  await buildIfStale(MAIN_BUILD)

  const { distDir, bundles } = MAIN_BUILD
  const seed = [inProject(bundles, 'seed.mjs')]
  const { url, result: entrance } = await database.makeReady(async databaseUrl => {
    const env = serverEnvironment(settings, { databaseUrl, distDir })
    if (database.isEmbedded && settings.wantsDemo) {
      const demo = await step('Checking the sample desk', () => seedDemo(seed, env))
      if (demo.accounts.length > 0) return { demo }
    }
    return step('Looking for an administrator', () => setupLink(seed, env))
  })
  const isDemo = 'demo' in entrance
  if (settings.databaseUrl && !settings.authSecret) {
    console.log(
      `  NEXTAUTH_SECRET is not set; using the one in ${settings.dataDir}. Several instances need the same one.`,
    )
  }

  const about = { command: 'npm start', port: settings.port, distDir }
  announce(about)
  defer(withdraw)
  const env = { ...serverEnvironment(settings, { databaseUrl: url, distDir }), ASSAY_DEMO: isDemo ? '1' : '0' }
  const server = startServer([inProject(bundles, 'server.mjs')], { env })
  defer(server.stop)
  announce({ ...about, serverPid: server.pid })
  await step('Starting the server', () => whenServing(server, settings.port))
  printWelcome(settings, { ...entrance, place: database.place })

  const stopped = new Promise(resolve => interruption.signal.addEventListener('abort', () => resolve(0)))
  const ended = server.exited.then(code => {
    if (interruption.signal.aborted) return 0
    throw new Problem(`The server ended by itself (code ${code}); it says why above. Start again with npm start.`)
  })
  return Promise.race([stopped, ended])
})
