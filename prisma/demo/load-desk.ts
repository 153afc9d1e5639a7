import { readFileSync } from 'node:fs'
import { createStatement } from '../../lib/use-cases/statements/create-statement'
import { DEMO } from './demo-data'
import { loadClaim } from './load-claim'
import { type DemoPeople, personOf } from './people'
import { publishDemo } from './publish-demo'

/**
 * Fills the demo desk through the use cases that people use, so that its histories, seals and hashes are real. Every
 * command carries an idempotency key of its own: after a load that was cut off, the same load goes on where it stood.
 * `shareToken` becomes the token of the desk's one public link.
 */
export async function loadDemo(people: DemoPeople, statementFile: string, shareToken: string): Promise<void> {
  const { title, claimant, claimantRole, appearance, saidOn, language, context } = DEMO.statement
  const text = readFileSync(statementFile, 'utf8')
  const statement = await createStatement.execute(
    personOf(people, 'r1'),
    { title, claimant, claimantRole, appearance, saidOn, language, context, text },
    { idempotencyKey: 'demo:statement' },
  )
  for (const claim of DEMO.claims) await loadClaim(people, statement.id, claim)
  await publishDemo(personOf(people, 'e1'), statement.id, shareToken)
}
