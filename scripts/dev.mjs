import './lib/require-node.mjs'
import { runCommand } from './lib/command.mjs'
import { openDeskDatabase } from './lib/desk-database.mjs'
import { install } from './lib/install.mjs'
import { refuseBusyPort } from './lib/port.mjs'
import { generatePrismaClient } from './lib/prisma-generate.mjs'
import { inProject } from './lib/project.mjs'
import { seedDemo } from './lib/seed.mjs'
import { startServer, whenServing } from './lib/server-process.mjs'
import { announce, withdraw } from './lib/serving.mjs'
import { readSettings, serverEnvironment } from './lib/settings.mjs'
import { interruption, step } from './lib/step.mjs'
import { printWelcome } from './lib/welcome.mjs'

// `npm run dev`: the same desk on the same data, from source: Next reloads pages, tsx restarts the server around it.
await runCommand(async defer => {
  const settings = readSettings()
  await refuseBusyPort(settings.port, settings.host)
  await install({ withTools: true })
  await generatePrismaClient()
  const database = await openDeskDatabase(settings, defer)

  const tsx = inProject('node_modules/tsx/dist/cli.mjs')
  const distDir = '.next'
  const env = serverEnvironment(settings, { databaseUrl: database.url, distDir })
  const demo =
    database.isEmbedded && settings.wantsDemo
      ? await step('Loading the sample desk', () => seedDemo([tsx, inProject('prisma/seed.ts')], env))
      : undefined

  // Next keeps what it makes while developing in a folder of its own, so a build may be made meanwhile.
  const about = { command: 'npm run dev', port: settings.port, distDir: `${distDir}/dev` }
  announce(about)
  defer(withdraw)
  const server = startServer([tsx, 'watch', '--clear-screen=false', inProject('lib/server/front-door.ts')], {
    env: { ...env, NODE_ENV: 'development', ASSAY_DEV: '1', ASSAY_DEMO: demo && demo.accounts.length > 0 ? '1' : '0' },
  })
  defer(server.stop)
  announce({ ...about, serverPid: server.pid })
  await step('Starting the server', () => whenServing(server, settings.port))
  printWelcome(settings, { demo })
  return Promise.race([
    server.exited,
    new Promise(resolve => interruption.signal.addEventListener('abort', () => resolve(0))),
  ])
})
