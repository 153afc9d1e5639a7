import './lib/require-node.mjs'
import { buildIfStale, MAIN_BUILD } from './lib/build.mjs'
import { runCommand } from './lib/command.mjs'
import { install } from './lib/install.mjs'

// `npm run build`: the production build that `npm start` would make, for an image or a first start without the wait.
await runCommand(async () => {
  await install({ withTools: false })
  await buildIfStale(MAIN_BUILD)
  console.log('The build is up to date.')
})
