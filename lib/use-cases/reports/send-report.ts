import { sendReportContract } from '@/lib/contracts/reports'
import { appendEvents } from '@/lib/db/events'
import { listEditorIds } from '@/lib/db/members'
import { insertNotices } from '@/lib/db/notices'
import { findCheck, insertReport, isReceiptTaken, isSentBefore, lockShared } from '@/lib/db/reports'
import { AppError } from '@/lib/platform/app-error'
import { hashSecret, newSecret } from '@/lib/platform/secrets'
import { definePublicCommand } from '../define'
import { invalidInput } from '../invalid-input'

/**
 * Takes a reader's report of an error. The link is the credential and says which publication was read; the receipt's
 * token is in this reply alone and stored as its hash. The same report sent again under the token that its form came with
 * is answered as before, and is no second one. The desk's editors are told.
 */
export const sendReport = definePublicCommand({
  contract: sendReportContract,
  async run({ tx, input: { token, check, text, contact, receipt: chosen } }) {
    const share = await lockShared(tx, hashSecret(token))
    if (!share) throw new AppError('not-found', 'This link leads nowhere. Ask whoever sent it to you for a new one.')
    const claimId = check === null ? null : await findCheck(tx, share, check)
    if (check !== null && claimId === null) throw invalidInput('check', 'Choose one of the checks on the page.')

    const { workspaceId, statementId, publicationId, shareId, at } = share
    const report = { statementId, publicationId, shareId, claimId, text }
    if (chosen && (await isSentBefore(tx, share, { ...report, receiptHash: hashSecret(chosen) }, contact)))
      return { reply: { receipt: chosen } }
    // Someone went back and wrote something else: another report, with a receipt of its own.
    const receipt = chosen && !(await isReceiptTaken(tx, hashSecret(chosen))) ? chosen : newSecret()
    const words = { ...report, receiptHash: hashSecret(receipt) }
    const { id: reportId, contentHash } = await insertReport(tx, share, words, contact)
    const ids = { reportId, publicationId, shareId, claimId }
    const stream = { id: statementId, workspaceId }
    const seq = await appendEvents(tx, stream, null, at, [{ type: 'report.received', ids, contentHash }])
    const editors = await listEditorIds(tx, workspaceId)
    const about = { kind: 'REPORT_RECEIVED' as const, statementId, ...(claimId === null ? {} : { claimId }) }
    const notices = editors.map(memberId => ({ memberId, ...about }))
    await insertNotices(tx, { workspaceId, actorId: null, at }, notices)
    return { reply: { receipt }, announce: { streamId: statementId, seq } }
  },
})
