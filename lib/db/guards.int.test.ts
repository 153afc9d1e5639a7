import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { approveAs, castAll, castAs, makeClaim } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { lowerQuorum } from '../use-cases/claims/lower-quorum'
import { createComment } from '../use-cases/comments/create-comment'
import { editComment } from '../use-cases/comments/edit-comment'
import { resolveComment } from '../use-cases/comments/resolve-comment'
import { recordContact } from '../use-cases/contacts/record-contact'
import { recordContactOutcome } from '../use-cases/contacts/record-contact-outcome'
import { createCorrection } from '../use-cases/corrections/create-correction'
import { reopenClaim } from '../use-cases/decisions/reopen-claim'
import { createShare } from '../use-cases/publications/create-share'
import { publish } from '../use-cases/publications/publish'
import { listReports } from '../use-cases/reports/list-reports'
import { sendReport } from '../use-cases/reports/send-report'
import { recuse } from '../use-cases/rounds/recuse'
import { closeDb, db } from './client'

/** Every table whose rows are for good. A table with a content hash that is missing here fails below. */
const APPEND_ONLY = [
  'event',
  'workspace_revision',
  'policy_version',
  'scale_version',
  'rating',
  'statement_revision',
  'statement_version',
  'claim_revision',
  'verdict',
  'source',
  'citation',
  'recusal',
  'comment',
  'decision',
  'reopening',
  'publication',
  'published_claim',
  'quorum_lowering',
  'statement_plan',
  'comment_revision',
  'comment_resolution',
  'contact_request',
  'contact_request_claim',
  'contact_outcome',
  'correction',
  'error_report',
  'error_report_answer',
  'target_review',
] as const

let desk: Desk

beforeAll(async () => {
  desk = await makeDesk()
  await liveThrough(desk)
})
afterAll(closeDb)

describe('histories', () => {
  it.each(APPEND_ONLY)('%s refuses UPDATE, DELETE and TRUNCATE', async table => {
    const [{ count } = { count: 0n }] = await db().$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM "${table}"`,
    )
    expect(count, 'there is a row to tamper with').toBeGreaterThan(0n)
    await expect(db().$executeRawUnsafe(`UPDATE "${table}" SET workspace_id = workspace_id`)).rejects.toThrow(
      /append-only/,
    )
    await expect(db().$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/append-only/)
    await expect(db().$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(/append-only/)
  })

  it('are all named above', async () => {
    const rows = await db().$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'content_hash'`
    expect(rows.map(({ name }) => name).filter(name => !APPEND_ONLY.some(known => known === name))).toEqual([])
  })

  it('go on where they stood: no gap and no second line of events', async () => {
    const [last] = await db().$queryRaw<{ stream: string; seq: number; hash: string }[]>`
      SELECT stream_id::text AS stream, seq, hash FROM event WHERE workspace_id = ${desk.workspace.id}::uuid ORDER BY seq DESC LIMIT 1`
    const append = (seq: number, prevHash: string) => db().$executeRaw`
      INSERT INTO event (workspace_id, stream_id, seq, type, ids, at, prev_hash, hash)
      VALUES (${desk.workspace.id}::uuid, ${last?.stream}::uuid, ${seq}, 'forged', '{}', now(), ${prevHash}, 'forged')`
    await expect(append((last?.seq ?? 0) + 2, last?.hash ?? '')).rejects.toThrow(/does not follow/)
    await expect(append((last?.seq ?? 0) + 1, 'another')).rejects.toThrow(/does not follow/)
  })
})

describe('targets', () => {
  it('are kept, and change only as a person said of one that a new text had changed or lost', async () => {
    const ofDesk = { where: { workspaceId: desk.workspace.id }, take: 1, select: { id: true, exact: true } }
    const [target] = await db().target.findMany(ofDesk)
    const id = target?.id
    await expect(db().$executeRaw`UPDATE target SET exact = exact || 'x' WHERE id = ${id}::uuid`).rejects.toThrow(
      /cannot be changed so/,
    )
    await expect(db().$executeRaw`DELETE FROM target WHERE id = ${id}::uuid`).rejects.toThrow(/targets are kept/)
    await expect(db().$executeRaw`TRUNCATE target CASCADE`).rejects.toThrow(/append-only/)
  })
})

describe('rounds', () => {
  it('take no verdict once closed, whoever asks', async () => {
    const { id } = await makeClaim(desk)
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    const copy = db().$executeRaw`
      INSERT INTO verdict (id, workspace_id, claim_id, round, reviewer_id, revision, is_withdrawal, scale_version, rating, confidence, rationale, cast_at, salt, content_hash)
      SELECT gen_random_uuid(), workspace_id, claim_id, round, reviewer_id, revision + 1, false, scale_version, 'TRUE', confidence, rationale, now(), salt, content_hash
      FROM verdict WHERE claim_id = ${id}::uuid LIMIT 1`
    await expect(copy).rejects.toThrow(/is closed/)
  })

  it('are not opened again, and never two at a time', async () => {
    const { id } = await makeClaim(desk)
    const second = db().$executeRaw`
      INSERT INTO round (workspace_id, claim_id, number, claim_revision, opened_at)
      VALUES (${desk.workspace.id}::uuid, ${id}::uuid, 2, 1, now())`
    await expect(second).rejects.toThrow(/has an open round/)
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    const reopened = db().$executeRaw`
      UPDATE round SET state = 'OPEN', closed_at = NULL, ending = NULL, consensus = NULL WHERE claim_id = ${id}::uuid`
    await expect(reopened).rejects.toThrow(/is closed/)
    await expect(db().$executeRaw`DELETE FROM round WHERE claim_id = ${id}::uuid`).rejects.toThrow(/rounds are kept/)
  })
})

/** Leaves at least one row in every history. */
async function liveThrough({ actors }: Desk): Promise<void> {
  const claim = await makeClaim(desk)
  await recuse.execute(actors.cedar, { claimId: claim.id, reason: 'I know the claimant.' })
  await castAs(actors.almond, claim.id)
  await lowerQuorum.execute(actors.maple, { claimId: claim.id, version: 1, quorum: 2, reason: 'Two are left.' })
  await castAs(actors.birch, claim.id)
  const comment = await createComment.execute(actors.almond, { claimId: claim.id, text: 'Agreed, then.' })
  await editComment.execute(actors.almond, { commentId: comment.id, text: 'Agreed.', version: 1 })
  await resolveComment.execute(actors.birch, { commentId: comment.id, isResolved: true })
  const { version, statementId } = await approveAs(actors.maple, claim.id)
  await publish.execute(actors.maple, { statementId })
  const { url } = await createShare.execute(actors.maple, { statementId })
  await reopenClaim.execute(actors.oak, { claimId: claim.id, version, reason: 'A new register was found.' })
  await askAround(actors, { claimId: claim.id, statementId, token: url?.split('/').at(-1) })
  await leaveRows(actors.maple, statementId)
}

type Places = { claimId: string; statementId: string; token: string | undefined }

/** The claimant is asked and does not reply; a reader reports an error, which a correction answers. */
async function askAround({ almond, maple }: Desk['actors'], { claimId, statementId, token }: Places): Promise<void> {
  const asked = { askedOn: '2026-11-02', channel: 'EMAIL', asked: 'The press office' }
  const { id: contactId } = await recordContact.execute(almond, { statementId, claimIds: [claimId], ...asked })
  await recordContactOutcome.execute(almond, { contactId, result: 'NO_REPLY', on: '2026-11-09' })
  await sendReport.execute(null, { token, check: 1, text: 'The date is wrong.' })
  const [report] = (await listReports.execute(maple, { statementId })).items
  const words = { kind: 'CLARIFICATION', whatChanged: 'The date.', why: 'It was misread.' }
  await createCorrection.execute(maple, { statementId, claimId, ...words, reportIds: [report?.id] })
}

/** The remaining history: only what its table refuses is looked at here. */
async function leaveRows({ workspaceId, memberId: authorId }: Actor, statementId: string): Promise<void> {
  const row = { workspaceId, authorId, at: new Date(), salt: 'salt', contentHash: 'hash' }
  await db().statementPlan.create({ data: { ...row, statementId, number: 1 } })
  const {
    id: targetId,
    exact,
    start,
    end,
  } = await db().target.findFirstOrThrow({ where: { workspaceId, statementId } })
  const found = { action: 'RETARGETED', found: 'ORPHANED', exact, start, end } as const
  await db().targetReview.create({ data: { ...row, ...found, targetId } })
}
