import { z } from 'zod'
import { defineContract } from './contract'
import { Day, Id, Timestamp } from './scalars'
import { Statement } from './statements'

export const planStatementContract = defineContract(
  'planStatement',
  'PUT /statements/{statementId}/plan',
  'Says who leads the work on a statement, by when it is due, and until when nothing of it may be published or shared.',
  z.strictObject({
    statementId: Id,
    /** The planVersion it was based on: 0 before the first plan. */
    version: z.int().min(0).max(1_000_000_000),
    leadId: Id.nullable(),
    dueOn: Day.nullable(),
    embargoUntil: Timestamp.nullable(),
  }),
  Statement,
)
