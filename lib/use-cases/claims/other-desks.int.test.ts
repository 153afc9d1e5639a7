import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as assignmentContracts from '@/lib/contracts/assignments'
import * as claimContracts from '@/lib/contracts/claims'
import * as decisionContracts from '@/lib/contracts/decisions'
import * as discussionContracts from '@/lib/contracts/discussion'
import * as eventContracts from '@/lib/contracts/events'
import * as noticeContracts from '@/lib/contracts/notices'
import * as verdictContracts from '@/lib/contracts/verdicts'
import { closeDb, db } from '@/lib/db/client'
import { approveAs, castAll, castAs, citation, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { refusalOf } from '@/prisma/testing/refusal'
import { createComment } from '../comments/create-comment'
import { editComment } from '../comments/edit-comment'
import { listCommentRevisions } from '../comments/list-comment-revisions'
import { listComments } from '../comments/list-comments'
import { resolveComment } from '../comments/resolve-comment'
import { withdrawComment } from '../comments/withdraw-comment'
import { decideClaim } from '../decisions/decide-claim'
import { reopenClaim } from '../decisions/reopen-claim'
import type { Operation } from '../define'
import { listEvents } from '../events/list-events'
import { listNotices } from '../notices/list-notices'
import { readNotices } from '../notices/read-notices'
import { assignReviewers } from '../rounds/assign-reviewers'
import { closeRound } from '../rounds/close-round'
import { readAssignments } from '../rounds/read-assignments'
import { recuse } from '../rounds/recuse'
import { spreadReviewers } from '../rounds/spread-reviewers'
import { startRound } from '../rounds/start-round'
import { castVerdict } from '../verdicts/cast-verdict'
import { withdrawVerdict } from '../verdicts/withdraw-verdict'
import { createClaim } from './create-claim'
import { editClaim } from './edit-claim'
import { listClaims } from './list-claims'
import { lowerQuorum } from './lower-quorum'
import { mergeClaim } from './merge-claim'
import { readClaim } from './read-claim'
import { readNextClaim } from './read-next-claim'
import { readQueue } from './read-queue'
import { withdrawClaim } from './withdraw-claim'

type Ids = {
  statementId: string
  claimId: string
  otherClaimId: string
  memberId: string
  /** Decided and discussed, with a verdict that is open, a comment on it, and a notice of that. */
  closedClaimId: string
  verdictId: string
  citationId: string
  commentId: string
  noticeId: string
}

const HASH = 'a'.repeat(64)

/** Each operation that names something by its id, with an input that would do something on its own desk. */
const NAMING: [Operation, (ids: Ids) => object][] = [
  [listClaims, ({ statementId }) => ({ statementId, ended: 'true' })],
  [createClaim, ({ statementId }) => ({ statementId, claimReviewed: 'Ours now.', targets: [{ start: 0, end: 8 }] })],
  [readClaim, ({ claimId }) => ({ claimId })],
  [editClaim, ({ claimId }) => ({ claimId, version: 1, claimReviewed: 'Ours now.' })],
  [withdrawClaim, ({ claimId }) => ({ claimId })],
  [mergeClaim, ({ claimId, otherClaimId }) => ({ claimId, intoId: otherClaimId, version: 1 })],
  [lowerQuorum, ({ claimId }) => ({ claimId, version: 1, quorum: 2, reason: 'Ours now.' })],
  [
    castVerdict,
    ({ claimId }) => ({
      claimId,
      version: 1,
      rating: 'FALSE',
      confidence: 'LOW',
      rationale: 'Ours now.',
      citations: [citation()],
    }),
  ],
  [withdrawVerdict, ({ claimId }) => ({ claimId })],
  [startRound, ({ claimId }) => ({ claimId, version: 1 })],
  [closeRound, ({ claimId }) => ({ claimId, version: 1 })],
  [assignReviewers, ({ claimId, memberId }) => ({ claimId, memberIds: [memberId] })],
  [readAssignments, ({ statementId }) => ({ statementId })],
  [spreadReviewers, ({ statementId, memberId }) => ({ statementId, memberIds: [memberId], perClaim: null })],
  [readNextClaim, ({ statementId }) => ({ statementId })],
  [recuse, ({ claimId }) => ({ claimId, reason: 'Ours now.' })],
  [
    decideClaim,
    ({ claimId }) => ({ claimId, action: 'DISMISS', contentHash: HASH, explanation: 'Ours.', reason: 'Now.' }),
  ],
  [reopenClaim, ({ claimId }) => ({ claimId, version: 1, reason: 'Ours now.' })],
  [listComments, ({ claimId }) => ({ claimId })],
  [createComment, ({ claimId }) => ({ claimId, text: 'Ours now.' })],
  [editComment, ({ commentId }) => ({ commentId, text: 'Ours now.', version: 1 })],
  [withdrawComment, ({ commentId }) => ({ commentId })],
  [listCommentRevisions, ({ commentId }) => ({ commentId })],
  [resolveComment, ({ commentId }) => ({ commentId, isResolved: true })],
  [readNotices, ({ noticeId }) => ({ upTo: noticeId })],
  [listEvents, ({ statementId }) => ({ statementId })],
]

const CANARY = 'canary of the other desk'

describe('another desk', () => {
  let ours: Desk
  let own: Ids
  let theirs: Ids
  let before: unknown
  let now: () => Promise<unknown>

  beforeAll(async () => {
    ours = await makeDesk()
    const mine = await makeStatement(ours)
    own = await idsOf(ours, mine.id)
    const desk = await makeDesk({ name: CANARY })
    const statement = await makeStatement(desk, { title: CANARY })
    theirs = await idsOf(desk, statement.id)
    await castAs(desk.actors.almond, theirs.claimId, 'FALSE', { rationale: CANARY, citations: [citation(CANARY)] })
    now = () => stateOf(desk)
    before = await now()
  })
  afterAll(closeDb)

  async function idsOf(desk: Desk, statementId: string): Promise<Ids> {
    const claim = await makeClaim(desk, { statementId, claimReviewed: CANARY })
    const other = await makeClaim(desk, { statementId, targets: [{ exact: 'two new berths' }] })
    const { birch, maple } = desk.actors
    const { id: closedClaimId } = await makeClaim(desk, { statementId, claimReviewed: CANARY })
    const { rounds } = await castAll(desk, closedClaimId, ['FALSE', 'FALSE', 'FALSE'])
    const verdict = rounds[0]?.verdicts[0]
    const said = { claimId: closedClaimId, text: CANARY, mentionIds: [maple.memberId], quotedVerdictId: verdict?.id }
    const comment = await createComment.execute(birch, said)
    await approveAs(maple, closedClaimId)
    const { items } = await listNotices.execute(maple, {})
    return {
      statementId,
      claimId: claim.id,
      otherClaimId: other.id,
      memberId: birch.memberId,
      closedClaimId,
      verdictId: verdict?.id ?? '',
      citationId: verdict?.citations[0]?.id ?? '',
      commentId: comment.id,
      noticeId: items.find(({ commentId }) => commentId === comment.id)?.id ?? '',
    }
  }

  it('is tried with every operation that names something', () => {
    const contracts = [
      claimContracts,
      verdictContracts,
      decisionContracts,
      assignmentContracts,
      discussionContracts,
      noticeContracts,
      eventContracts,
    ].flatMap(Object.values)
    const ids = contracts.flatMap(value => (value && typeof value === 'object' && 'path' in value ? [value.id] : []))
    expect([...NAMING.map(([{ contract }]) => contract.id), 'readQueue', 'listNotices'].sort()).toEqual(ids.sort())
  })

  it.each(NAMING.map(([operation, input]) => [operation.contract.id, operation, input] as const))(
    '%s says of it what it says of nothing at all',
    async (_id, operation, input) => {
      const nothing = '019d0000-0000-7000-8000-000000000000'
      const nowhere = Object.fromEntries(Object.keys(theirs).map(name => [name, nothing])) as Ids // The keys are those of Ids.
      for (const actor of [ours.actors.admin, ours.actors.maple, ours.actors.almond]) {
        const theirsSays = await refusalOf(operation.execute(actor, input(theirs)))
        const nothingSays = await refusalOf(operation.execute(actor, input(nowhere)))
        expect(theirsSays.code).toBe('not-found')
        expect(theirsSays.message).toBe(nothingSays.message)
        expect(theirsSays.details).toEqual({})
      }
    },
  )

  it('is not reached through a body either', async () => {
    const { maple } = ours.actors
    const foreign: [Operation, object][] = [
      [mergeClaim, { claimId: own.claimId, intoId: theirs.claimId, version: 1 }],
      [assignReviewers, { claimId: own.claimId, memberIds: [theirs.memberId] }],
      [createComment, { claimId: own.closedClaimId, text: 'Ours.', mentionIds: [theirs.memberId] }],
      [createComment, { claimId: own.closedClaimId, text: 'Ours.', parentId: theirs.commentId }],
      [createComment, { claimId: own.closedClaimId, text: 'Ours.', quotedVerdictId: theirs.verdictId }],
      [createComment, { claimId: own.closedClaimId, text: 'Ours.', quotedCitationId: theirs.citationId }],
    ]
    for (const [operation, input] of foreign) {
      const refusal = await refusalOf(operation.execute(maple, input))
      expect(refusal.code).toBe('invalid-input')
      expect(JSON.stringify(refusal)).not.toContain(CANARY)
    }
    expect(await readAs(maple, own.claimId)).toMatchObject({ stage: 'OPEN', version: 1, assigned: [] })
  })

  it('shows nothing in the queue', async () => {
    for (const actor of [ours.actors.almond, ours.actors.maple]) {
      for (const kind of ['verdicts', 'decisions']) {
        const queue = JSON.stringify(await readQueue.execute(actor, { of: kind }))
        for (const id of Object.values(theirs)) expect(queue).not.toContain(id)
      }
    }
  })

  it('shows no notice, and marks none', async () => {
    for (const actor of [ours.actors.almond, ours.actors.maple]) {
      await readNotices.execute(actor, { ids: [theirs.noticeId] })
      expect(JSON.stringify(await listNotices.execute(actor, {}))).not.toContain(theirs.noticeId)
    }
  })

  it('is what it was', async () => expect(await now()).toEqual(before))
})

async function stateOf({ workspace: { id: workspaceId } }: Desk) {
  const inIt = { where: { workspaceId } }
  return await Promise.all([
    db().claim.findMany({ ...inIt, orderBy: { id: 'asc' } }),
    db().round.findMany({ ...inIt, orderBy: [{ claimId: 'asc' }, { number: 'asc' }] }),
    db().verdict.count(inIt),
    db().claimRevision.count(inIt),
    db().target.count(inIt),
    db().assignment.count(inIt),
    db().recusal.count(inIt),
    db().decision.count(inIt),
    db().reopening.count(inIt),
    db().comment.count(inIt),
    db().commentRevision.count(inIt),
    db().commentResolution.count(inIt),
    db().notice.findMany({ ...inIt, orderBy: { id: 'asc' } }),
    db().event.count(inIt),
  ])
}
