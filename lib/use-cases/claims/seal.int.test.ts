import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as claimAssignment from '@/app/api/v1/claims/[claimId]/assignment/route'
import * as claimComments from '@/app/api/v1/claims/[claimId]/comments/route'
import * as claimDecision from '@/app/api/v1/claims/[claimId]/decision/route'
import * as claimMerge from '@/app/api/v1/claims/[claimId]/merge/route'
import * as claimQuorum from '@/app/api/v1/claims/[claimId]/quorum/route'
import * as claimRecusal from '@/app/api/v1/claims/[claimId]/recusal/route'
import * as claimReopen from '@/app/api/v1/claims/[claimId]/reopen/route'
import * as roundClose from '@/app/api/v1/claims/[claimId]/rounds/current/close/route'
import * as claimRounds from '@/app/api/v1/claims/[claimId]/rounds/route'
import * as claim from '@/app/api/v1/claims/[claimId]/route'
import * as claimVerdict from '@/app/api/v1/claims/[claimId]/verdict/route'
import * as commentResolution from '@/app/api/v1/comments/[commentId]/resolution/route'
import * as commentRevisions from '@/app/api/v1/comments/[commentId]/revisions/route'
import * as comment from '@/app/api/v1/comments/[commentId]/route'
import * as noticesRead from '@/app/api/v1/notices/read/route'
import * as notices from '@/app/api/v1/notices/route'
import * as nextClaim from '@/app/api/v1/queue/next/route'
import * as queue from '@/app/api/v1/queue/route'
import * as statementAssignment from '@/app/api/v1/statements/[statementId]/assignment/route'
import * as statementClaims from '@/app/api/v1/statements/[statementId]/claims/route'
import * as statementEvents from '@/app/api/v1/statements/[statementId]/events/route'
import * as statement from '@/app/api/v1/statements/[statementId]/route'
import * as statements from '@/app/api/v1/statements/route'
import * as assignmentContracts from '@/lib/contracts/assignments'
import * as claimContracts from '@/lib/contracts/claims'
import type { Contract } from '@/lib/contracts/contract'
import { pathParameters } from '@/lib/contracts/contract'
import * as discussionContracts from '@/lib/contracts/discussion'
import * as eventContracts from '@/lib/contracts/events'
import * as noticeContracts from '@/lib/contracts/notices'
import * as statementContracts from '@/lib/contracts/statements'
import { closeDb } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { RouteHandler } from '@/lib/server/route'
import { bearerOf, call } from '@/prisma/testing/api-call'
import { castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { createComment } from '../comments/create-comment'
import { openHistory, readSignals } from '../events/read-signals'
import { assignReviewers } from '../rounds/assign-reviewers'
import { startRound } from '../rounds/start-round'
import { editClaim } from './edit-claim'
import { lowerQuorum } from './lower-quorum'

/** Every way to a claim over the API. A new operation without a row here fails the test below. */
const WAYS = {
  listClaims: [claimContracts.listClaimsContract, statementClaims.GET],
  createClaim: [claimContracts.createClaimContract, statementClaims.POST],
  readClaim: [claimContracts.readClaimContract, claim.GET],
  editClaim: [claimContracts.editClaimContract, claim.PATCH],
  withdrawClaim: [claimContracts.withdrawClaimContract, claim.DELETE],
  mergeClaim: [claimContracts.mergeClaimContract, claimMerge.POST],
  lowerQuorum: [claimContracts.lowerQuorumContract, claimQuorum.PUT],
  castVerdict: [claimContracts.castVerdictContract, claimVerdict.PUT],
  withdrawVerdict: [claimContracts.withdrawVerdictContract, claimVerdict.DELETE],
  startRound: [claimContracts.startRoundContract, claimRounds.POST],
  closeRound: [claimContracts.closeRoundContract, roundClose.POST],
  assignReviewers: [assignmentContracts.assignReviewersContract, claimAssignment.PUT],
  recuse: [assignmentContracts.recuseContract, claimRecusal.POST],
  decideClaim: [claimContracts.decideClaimContract, claimDecision.POST],
  reopenClaim: [claimContracts.reopenClaimContract, claimReopen.POST],
  listComments: [discussionContracts.listCommentsContract, claimComments.GET],
  createComment: [discussionContracts.createCommentContract, claimComments.POST],
  editComment: [discussionContracts.editCommentContract, comment.PATCH],
  withdrawComment: [discussionContracts.withdrawCommentContract, comment.DELETE],
  listCommentRevisions: [discussionContracts.listCommentRevisionsContract, commentRevisions.GET],
  resolveComment: [discussionContracts.resolveCommentContract, commentResolution.PUT],
  listNotices: [noticeContracts.listNoticesContract, notices.GET],
  readNotices: [noticeContracts.readNoticesContract, noticesRead.POST],
  readAssignments: [assignmentContracts.readAssignmentsContract, statementAssignment.GET],
  spreadReviewers: [assignmentContracts.spreadReviewersContract, statementAssignment.PUT],
  readQueue: [assignmentContracts.readQueueContract, queue.GET],
  readNextClaim: [assignmentContracts.readNextClaimContract, nextClaim.GET],
  listEvents: [eventContracts.listEventsContract, statementEvents.GET],
  readStatement: [statementContracts.readStatementContract, statement.GET],
  listStatements: [statementContracts.listStatementsContract, statements.GET],
} as const satisfies Record<string, readonly [Contract, RouteHandler]>
type Way = keyof typeof WAYS

/** What two reviewers cast, in two worlds that differ in nothing else: not even in how many have cast. */
type World = { almond: Sealed; hazel: Sealed; order: readonly ('almond' | 'hazel')[] }
type Sealed = { rating: string; confidence: string; rationale: string; citations: object[] }

const CANARY = /canary/i

function cited(what: string, url: string) {
  const text = `Canary ${what}`
  return {
    source: { title: text, author: text, publisher: text, interest: text, reference: text, url },
    stance: 'SUPPORTS',
    quote: text,
    note: text,
  }
}

const WORLDS: Record<'one' | 'other', World> = {
  one: {
    almond: {
      rating: 'TRUE',
      confidence: 'LOW',
      rationale: 'Canary of almond. '.repeat(200),
      citations: [cited('source', 'https://canary.example/a'), cited('second', 'https://canary.example/b')],
    },
    hazel: { rating: 'UNVERIFIABLE', confidence: 'HIGH', rationale: 'Canary of hazel.', citations: [] },
    order: ['almond', 'hazel'],
  },
  other: {
    almond: { rating: 'OPINION', confidence: 'HIGH', rationale: 'A canary.', citations: [] },
    hazel: {
      rating: 'FALSE',
      confidence: 'LOW',
      rationale: 'The other canary.',
      citations: [cited('third', 'https://canary.example/c')],
    },
    order: ['hazel', 'almond'],
  },
}

/** Who looks: a reviewer who has not cast, one who has, an editor, one who created the claim, an administrator. */
const VIEWERS = ['birch', 'cedar', 'maple', 'oak', 'admin'] as const
type Viewer = (typeof VIEWERS)[number]

const VERDICT = {
  rating: 'MIXED',
  confidence: 'MEDIUM',
  rationale: 'The viewer’s own.',
  // The very source that a sealed verdict of one world cites, and not of the other.
  citations: [cited('third', 'https://canary.example/c')],
}

type Reply = { way: Way; status: number; text: string }

/** Does all that can be done over the API, or tried, as one viewer around one sealed round, and returns every reply. */
async function walk(desk: Desk, viewer: Viewer, world: World): Promise<Reply[]> {
  const actor = desk.actors[viewer]
  const token = await bearerOf(actor)
  const { id: statementId } = await makeStatement(desk)
  const sealed = await makeClaim(desk, { statementId, by: desk.actors.oak })
  const duplicate = await makeClaim(desk, { statementId, by: desk.actors.oak, targets: [{ exact: 'two new berths' }] })
  const discussed = await discussedClaim(desk, statementId)
  for (const { id } of [sealed, duplicate, discussed]) {
    await castAs(desk.actors.cedar, id, 'MIXED', { rationale: 'The viewer’s own, or another reviewer’s.' })
    for (const name of world.order) {
      const { rating, ...rest } = world[name]
      await castAs(desk.actors[name], id, rating, rest as object)
    }
  }
  const replies: Reply[] = []
  const go = async (way: Way, input: Record<string, unknown> = {}, claimId = sealed.id) => {
    const [contract, handler] = WAYS[way]
    const reply = await send(contract, handler, token, { statementId, claimId, ...input })
    replies.push({ way, ...reply })
    return reply.status < 300
  }
  const look = async () => {
    await go('readClaim')
    await go('listClaims', { ended: 'true' })
    await go('listEvents')
    await go('listEvents', { claimId: sealed.id })
    await go('listComments')
    await go('listComments', {}, discussed.id)
    await go('readClaim', {}, discussed.id)
    await go('listNotices')
    await go('readQueue', { of: 'verdicts' })
    await go('readQueue', { of: 'decisions' })
    await go('readNextClaim', { statementId })
    await go('readNextClaim', { statementId, after: sealed.id })
    await go('readAssignments')
    await go('readStatement')
    await go('listStatements')
    replies.push({ way: 'listEvents', status: 200, text: await signalsOf(actor, statementId) })
  }

  await look()
  // Refused, whoever asks: the replies say why, and how the claim stands.
  const decision = { action: 'RESOLVE', contentHash: 'a'.repeat(64), rating: 'TRUE', explanation: 'So.', reason: 'So.' }
  await go('decideClaim', decision)
  await go('startRound', { version: 1 })
  await go('closeRound', { version: 1 })
  await go('reopenClaim', { version: 1, reason: 'So.' })
  await go('createComment', { text: 'Early.' })
  const { commentId } = discussed
  await go('createComment', { text: 'Early.', parentId: commentId, mentionIds: [actor.memberId] }, discussed.id)
  await go('editComment', { commentId, text: 'Early.', version: 1 })
  await go('withdrawComment', { commentId })
  await go('resolveComment', { commentId, isResolved: true })
  await go('listCommentRevisions', { commentId })
  await go('readNotices', { ids: [commentId] })
  await go('castVerdict', { ...VERDICT, version: 7 })
  await go('castVerdict', { ...VERDICT, version: 1, rating: 'NONE' })
  await go('editClaim', { version: 7, claimReviewed: 'Stale.' })
  await go('withdrawClaim', { version: 7 })
  await go('lowerQuorum', { version: 7, quorum: 2, reason: 'So.' })
  await go('mergeClaim', { version: 7, intoId: duplicate.id })
  await go('createClaim', { claimReviewed: 'Nowhere.', targets: [{ exact: 'Nowhere' }] })
  // Done, where the viewer may; the round stays sealed through all of it.
  await go('createClaim', { claimReviewed: 'Beside it.', targets: [{ start: 0, end: 8 }] })
  await go('assignReviewers', { memberIds: [desk.actors.birch.memberId, desk.actors.almond.memberId] })
  const everyone = desk.reviewers.map(({ memberId }) => memberId)
  await go('spreadReviewers', { memberIds: everyone, perClaim: null, claimIds: [sealed.id], alsoNew: true })
  await go('lowerQuorum', { version: 1, quorum: 7, reason: 'So.' })
  await go('castVerdict', { ...VERDICT, version: 1 })
  await look()
  await go('withdrawVerdict')
  await go('recuse', { reason: 'So.' })
  await look()
  const edit = { claimReviewed: 'Arrivals fell.', version: 1 }
  const hasEdited = await go('editClaim', edit)
  if (!hasEdited) await editClaim.execute(desk.actors.maple, { claimId: sealed.id, ...edit })
  await go('mergeClaim', { version: 1, intoId: sealed.id }, duplicate.id)
  await look()
  await go('withdrawClaim')
  await look()
  return replies
}

/** A claim whose first round was split and discussed, and whose second one is open and waits for more than have cast. */
async function discussedClaim(desk: Desk, statementId: string): Promise<{ id: string; commentId: string }> {
  const { maple, oak, birch, cedar } = desk.actors
  const { id } = await makeClaim(desk, { statementId, by: oak, targets: [{ exact: 'No ship' }] })
  await lowerQuorum.execute(maple, { claimId: id, version: 1, quorum: 2, reason: 'So.' })
  await castAs(birch, id, 'TRUE')
  const split = await castAs(cedar, id, 'FALSE')
  const mentionIds = [birch.memberId, maple.memberId]
  const { id: commentId } = await createComment.execute(cedar, { claimId: id, text: 'Which register?', mentionIds })
  await assignReviewers.execute(maple, { claimId: id, memberIds: desk.reviewers.map(({ memberId }) => memberId) })
  await startRound.execute(maple, { claimId: id, version: split.version })
  return { id, commentId }
}

async function send(contract: Contract, handler: RouteHandler, token: string, input: Record<string, unknown>) {
  const named = pathParameters(contract.path)
  const params = Object.fromEntries(named.map(name => [name, String(input[name])]))
  const asked = Object.entries(input).filter(([name, value]) => !named.includes(name) && value !== undefined)
  const known = Object.keys((contract.input as unknown as { shape: object }).shape) // Every contract's input is one object.
  const rest = Object.fromEntries(asked.filter(([name]) => known.includes(name)))
  const hasBody = contract.method !== 'GET' && contract.method !== 'DELETE'
  const query = hasBody ? '' : `?${new URLSearchParams(rest as Record<string, string>)}`
  const { status, body } = await call(handler, {
    method: contract.method,
    path: `/test${query}`,
    params,
    token,
    ...(hasBody ? { json: rest } : {}),
  })
  return { status, text: JSON.stringify(body) }
}

async function signalsOf(actor: Actor, statementId: string): Promise<string> {
  const { stream } = await openHistory(actor, statementId)
  return JSON.stringify(await readSignals(stream, 0, 500))
}

/** The reply with ids numbered in the order of their appearance, and without moments and hashes: what is left must not depend on what is sealed. */
function neutral(text: string): string {
  const ids = new Map<string, string>()
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, id => {
      const name = ids.get(id) ?? `id ${ids.size}`
      ids.set(id, name)
      return name
    })
    .replace(/"[0-9a-f]{64}"/g, '"hash"')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"moment"')
}

/**
 * Equally wanted claims come in turns that follow from their ids, which are random: next-claim.int.test.ts sees to it that
 * they follow from nothing else.
 */
function withoutTurns(way: Way, text: string): string {
  if (way === 'readNextClaim') return text.replace(/"item":\{.*\}/, '"item":"some claim"')
  return way === 'readQueue' ? [...text.replace(/"id \d+"/g, '"id"')].sort().join('') : text
}

describe('the seal', () => {
  const desks = {} as Record<keyof typeof WORLDS, Desk>
  beforeAll(async () => {
    const options = { name: 'Harbour desk', reviewers: 5, policy: { quorum: 8 } }
    for (const world of ['one', 'other'] as const) desks[world] = await makeDesk(options)
  })
  afterAll(closeDb)

  it('is tried on every operation that touches claims', () => {
    const contracts = [
      claimContracts,
      assignmentContracts,
      discussionContracts,
      noticeContracts,
      eventContracts,
    ].flatMap(Object.values)
    const ids = contracts.flatMap(value => (value && typeof value === 'object' && 'path' in value ? [value.id] : []))
    expect(Object.keys(WAYS)).toEqual(expect.arrayContaining(ids))
  })

  describe.each(VIEWERS)('before %s', viewer => {
    let replies: Record<keyof typeof WORLDS, Reply[]>
    beforeAll(async () => {
      replies = {
        one: await walk(desks.one, viewer, WORLDS.one),
        other: await walk(desks.other, viewer, WORLDS.other),
      }
    }, 120_000)

    it('shows nothing of what others cast, in any reply, before and after the round is abandoned', () => {
      const own = /Canary third|canary\.example\/c/g // The viewer cites it too.
      for (const { way, text } of [...replies.one, ...replies.other]) {
        expect([way, text.replace(own, '').match(CANARY)]).toEqual([way, null])
      }
    })

    it('makes no difference to any reply: not by a word, an order, a count or an id', () => {
      expect(replies.one.length).toBe(replies.other.length)
      replies.one.forEach(({ way, status, text }, index) => {
        const other = replies.other[index]
        expect([index, way, status, withoutTurns(way, neutral(text))]).toEqual([
          index,
          way,
          other?.status,
          withoutTurns(way, neutral(other?.text ?? '')),
        ])
      })
    })

    it('answers every way, and fails in none', () => {
      expect([...new Set(replies.one.map(({ way }) => way))].sort()).toEqual(Object.keys(WAYS).sort())
      for (const { way, status } of replies.one) expect([way, status < 500]).toEqual([way, true])
    })
  })

  it('opens to everyone at once, and what it hid is what is seen then', async () => {
    const desk = await makeDesk({ reviewers: 4 })
    const { id } = await makeClaim(desk)
    for (const name of ['almond', 'hazel'] as const) {
      const { rating, ...rest } = WORLDS.one[name]
      await castAs(desk.actors[name], id, rating, rest as object)
    }
    const everyone = [...desk.reviewers, ...desk.editors, desk.actors.admin]
    const seenBy = async (actor: Actor) =>
      JSON.stringify((await readAs(actor, id)).rounds).match(/canary/gi)?.length ?? 0
    const before = await Promise.all(everyone.map(seenBy))
    expect(before.map(count => count > 0)).toEqual([true, false, false, true, false, false, false])
    await castAs(desk.actors.birch, id, 'TRUE')
    expect(new Set(await Promise.all(everyone.map(seenBy)))).toEqual(new Set([217]))
  })
})
