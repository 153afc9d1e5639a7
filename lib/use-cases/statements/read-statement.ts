import { readStatementContract } from '@/lib/contracts/statements'
import { defineQuery } from '../define'
import { presentStatement } from './present-statement'

/** One statement with its current text. */
export const readStatement = defineQuery({
  contract: readStatementContract,
  action: 'statement.read',
  run: ({ db, actor, input }) => presentStatement(db, actor, input.statementId),
})
