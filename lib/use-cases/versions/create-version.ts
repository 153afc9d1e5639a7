import { createVersionContract } from '@/lib/contracts/versions'
import { readCurrentText } from '@/lib/db/claim-revisions'
import type { EventDraft } from '@/lib/db/events'
import { insertVersion } from '@/lib/db/statement-versions'
import { followPassages, insertMapped } from '@/lib/db/target-mapping'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { closeAllComplete } from '../rounds/close'
import { canonicalText, retrievalMoment } from '../statements/imported-text'
import { mapCurrent } from './map-current'
import { presentVersion } from './present-version'

/**
 * Adds a corrected or republished text and maps every passage to it, those of ended claims too. Claims of which a passage
 * changed or went are suspended; those of which all passages stand again are resumed, and a round that has become complete
 * meanwhile closes.
 */
export const createVersion = defineCommand({
  contract: createVersionContract,
  action: 'version.add',
  lock: 'statement',
  load: (tx, actor, { statementId }) => readCurrentText(tx, actor, statementId),
  async run({ tx, actor, input, resource: current, at }) {
    const { statementId, basedOn, retrievedFrom, note } = input
    if (basedOn !== current.versionNumber) {
      throw new AppError(
        'stale-version',
        `The statement has a newer text by now (version ${current.versionNumber}). Look at it, then add yours to that one.`,
        { current: await presentVersion(tx, actor, statementId, current.versionNumber) },
      )
    }
    const imported = canonicalText(input.text)
    if (imported.sha256 === current.sha256) {
      throw invalidInput('text', 'This is the current text, character for character: there is nothing to add.')
    }
    const retrievedAt = retrievalMoment(input.retrievedAt, at)

    const number = current.versionNumber + 1
    const { targets, mapped, counts } = await mapCurrent(tx, actor, current, imported.text)
    const version = { ...imported, retrievedFrom, retrievedAt, note }
    const contentHash = await insertVersion(tx, actor, { statementId, number }, version, at)
    await insertMapped(tx, actor, { statementId, versionNumber: number }, targets, mapped)
    const turned = await followPassages(tx, actor, statementId, at)
    const events: EventDraft[] = [
      { type: 'statement.version-added', ids: { version: number, ...counts }, contentHash },
      ...turned.map(({ claimId, isSuspended }) => ({
        type: isSuspended ? 'claim.suspended' : 'claim.resumed',
        claimId,
        ids: { version: number },
      })),
    ]
    const resumed = turned.flatMap(({ claimId, isSuspended }) => (isSuspended ? [] : [claimId]))
    if (resumed.length > 0) events.push(...(await closeAllComplete(tx, actor, resumed, at)))
    return { value: number, events }
  },
  present: (tx, actor, number, { statementId }) => presentVersion(tx, actor, statementId, number),
})
