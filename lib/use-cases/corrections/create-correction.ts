import { createCorrectionContract } from '@/lib/contracts/corrections'
import { lastCorrectionNumber, listCorrectionsOf } from '@/lib/db/corrections'
import { readEmbargo } from '@/lib/db/plans'
import { findPublication } from '@/lib/db/publications'
import { listPublishedFacts } from '@/lib/db/published-claims'
import { KIND_WORDS, NOTE_KINDS } from '@/lib/domain/correction'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { answerReports } from '../reports/answer-reports'
import { makeCorrection } from './make-correction'

/** Adds a dated note to what is published: every page of the statement shows it at once, and nothing else changes. */
export const createCorrection = defineCommand({
  contract: createCorrectionContract,
  action: 'correction.create',
  lock: 'statement',
  load: async (tx, actor, { statementId }) => ({
    newest: await findPublication(tx, actor, statementId),
    published: await listPublishedFacts(tx, actor.workspaceId, statementId),
    embargoUntil: await readEmbargo(tx, actor.workspaceId, statementId),
  }),
  facts: ({ embargoUntil }) => ({ embargoUntil }),
  async run({ tx, actor, input, resource: { newest, published }, at }) {
    const { statementId, claimId, kind, whatChanged, why, reportIds } = input
    if (!newest) {
      throw new AppError('conflict', 'Nothing of this statement is published yet, so there is nothing to correct.')
    }
    if (claimId !== null && !published.some(({ id }) => id === claimId)) {
      throw invalidInput('claimId', 'No publication shows this claim, so there is nothing to correct.')
    }
    if (!NOTE_KINDS.includes(kind)) throw invalidInput('kind', tooGrave(KIND_WORDS[kind]))
    const number = (await lastCorrectionNumber(tx, actor.workspaceId, statementId)) + 1
    const publicationId = newest.id
    const note = { statementId, number, claimId, kind, whatChanged, why, publicationId, reopeningId: null }
    const { id, event } = await makeCorrection(tx, actor, note, at)
    const answering = { statementId, correctionId: id, whatChanged, why, reportIds }
    return { value: id, events: [event, ...(await answerReports(tx, actor, answering, at))] }
  },
  async present(tx, actor, id) {
    const [correction] = await listCorrectionsOf(tx, actor, { id })
    if (!correction) throw new Error(`correction ${id} was not written`)
    return correction
  },
})

function tooGrave(word: string): string {
  return `A note changes no rating and no wording. For a ${word.toLowerCase()}, reopen the claim, or edit the statement, and publish again.`
}
