import './lib/require-node.mjs'
import path from 'node:path'
import { auditProgram, runAudit } from './lib/audit-program.mjs'
import { runCommand } from './lib/command.mjs'
import { existingDatabase } from './lib/existing-database.mjs'
import { install } from './lib/install.mjs'
import { readSettings, serverEnvironment } from './lib/settings.mjs'

// `npm run audit:verify`: recomputes every chain, hash and derived value, whether the desk runs meanwhile or not.
//   -- --heads           prints where every chain ends, to be kept elsewhere
//   -- --expect FILE     also checks that every chain still goes through what FILE kept
await runCommand(async defer => {
  // What steps there were is not part of the answer, which may be kept in a file.
  console.log = console.error
  const args = process.argv.slice(2).map((argument, index, all) => {
    // npm runs scripts in the project's folder; the file was named from where the person stands.
    const isFile = all[index - 1] === '--expect'
    return isFile ? path.resolve(process.env.INIT_CWD ?? process.cwd(), argument) : argument
  })
  const settings = readSettings({ ...process.env, NODE_ENV: undefined })
  await install({ withTools: false })
  const databaseUrl = await existingDatabase(settings, defer)
  const program = await auditProgram()
  const env = {
    ...serverEnvironment(settings, { databaseUrl, distDir: '.next' }),
    LOG_LEVEL: 'warn',
    NODE_NO_WARNINGS: '1',
  }
  return runAudit(program, args, env)
})
