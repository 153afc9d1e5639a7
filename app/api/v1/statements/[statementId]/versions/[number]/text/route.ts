import { readStatementTextContract } from '@/lib/contracts/statements'
import { plainText } from '@/lib/server/plain-text'
import { route } from '@/lib/server/route'
import { readStatementText } from '@/lib/use-cases/statements/read-statement-text'

/** The canonical text itself, as text/plain. */
export const GET = route(readStatementText, {
  respond: (reply, request) => plainText(readStatementTextContract.output.parse(reply), request),
})
