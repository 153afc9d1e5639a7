import './lib/require-node.mjs'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { runCommand } from './lib/command.mjs'
import { deleteCluster, otherUsersOf } from './lib/embedded-postgres.mjs'
import { Problem } from './lib/problem.mjs'
import { readSettings } from './lib/settings.mjs'
import { interruption, step } from './lib/step.mjs'

// `npm run reset`: deletes the embedded database, so that the next start makes the sample desk anew. `--yes` does not ask.
await runCommand(async () => {
  const { databaseUrl, dataDir } = readSettings()
  if (databaseUrl)
    throw new Problem('DATABASE_URL is set. Only the embedded database can be reset; this one is yours to delete.')
  if (!existsSync(dataDir)) {
    console.log(`There is nothing to delete: ${dataDir} does not exist.`)
    return
  }
  const [user] = otherUsersOf(dataDir)
  if (user !== undefined) throw new Problem(`The database is in use by process ${user}. Stop it first.`)
  if (!(await isConfirmed(dataDir))) {
    console.log('Nothing was deleted.')
    return
  }
  await step('Deleting the database', () => deleteCluster(dataDir))
  console.log('Deleted. The next npm start makes the sample desk anew.')
})

/** @param {string} dataDir */
async function isConfirmed(dataDir) {
  if (process.argv.includes('--yes')) return true
  if (!process.stdin.isTTY)
    throw new Problem('There is nobody to ask. To delete without asking: npm run reset -- --yes')
  const prompt = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const question = `Delete everything in the embedded database of ${dataDir}: statements, verdicts, accounts? Type yes: `
    return (await prompt.question(question, { signal: interruption.signal })).trim().toLowerCase() === 'yes'
  } finally {
    prompt.close()
  }
}
