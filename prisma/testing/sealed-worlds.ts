import { db } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { hashSecret } from '../../lib/platform/secrets'
import { lowerQuorum } from '../../lib/use-cases/claims/lower-quorum'
import { createComment } from '../../lib/use-cases/comments/create-comment'
import { recordContact } from '../../lib/use-cases/contacts/record-contact'
import { reopenClaim } from '../../lib/use-cases/decisions/reopen-claim'
import { createShare } from '../../lib/use-cases/publications/create-share'
import { publish } from '../../lib/use-cases/publications/publish'
import { sendReport } from '../../lib/use-cases/reports/send-report'
import { assignReviewers } from '../../lib/use-cases/rounds/assign-reviewers'
import { recuse } from '../../lib/use-cases/rounds/recuse'
import { startRound } from '../../lib/use-cases/rounds/start-round'
import { editMember } from '../../lib/use-cases/workspace/edit-member'
import { approveAs, castAs, makeClaim, readAs } from './claims'
import { type Desk, makeDesk, makeStatement } from './factories'

/** What three people cast, in two worlds that differ in nothing else: not even in how many have cast. Larch is learning. */
export type World = { almond: Sealed; hazel: Sealed; larch: Sealed; order: readonly ('almond' | 'hazel' | 'larch')[] }
type Sealed = { rating: string; confidence: string; rationale: string; citations: object[] }

/** What every sealed text says, and no other. */
export const CANARY = /canary/i

export function cited(what: string, url: string) {
  const text = `Canary ${what}`
  return {
    source: { title: text, author: text, publisher: text, interest: text, reference: text, url },
    stance: 'SUPPORTS',
    quote: text,
    note: text,
  }
}

export const WORLDS: Record<'one' | 'other', World> = {
  one: {
    almond: {
      rating: 'TRUE',
      confidence: 'LOW',
      rationale: 'Canary of almond. '.repeat(200),
      citations: [cited('source', 'https://canary.example/a'), cited('second', 'https://canary.example/b')],
    },
    hazel: { rating: 'UNVERIFIABLE', confidence: 'HIGH', rationale: 'Canary of hazel.', citations: [] },
    larch: {
      rating: 'MOSTLY_TRUE',
      confidence: 'HIGH',
      rationale: 'Canary of a trainee.',
      citations: [cited('fourth', 'https://canary.example/d')],
    },
    order: ['almond', 'hazel', 'larch'],
  },
  other: {
    almond: { rating: 'OPINION', confidence: 'HIGH', rationale: 'A canary.', citations: [] },
    hazel: {
      rating: 'FALSE',
      confidence: 'LOW',
      rationale: 'The other canary.',
      citations: [cited('third', 'https://canary.example/c')],
    },
    larch: { rating: 'UNVERIFIABLE', confidence: 'LOW', rationale: 'Canary.', citations: [] },
    order: ['larch', 'hazel', 'almond'],
  },
}

/**
 * Who looks: a reviewer who has not cast, one who has, a trainee, one who stood back, an editor, the editor who created the
 * claims, an administrator, an administrator of another desk, a reader of a shared link, and anyone at all.
 */
export const VIEWERS = [
  'birch',
  'cedar',
  'juniper',
  'poplar',
  'maple',
  'oak',
  'admin',
  'stranger',
  'reader',
  'anyone',
] as const
export type Viewer = (typeof VIEWERS)[number]

/** A desk on which Juniper and Larch are learning; two of them are alike in everything but their ids. */
export async function sealedDesk(): Promise<Desk> {
  const desk = await makeDesk({ name: 'Harbour desk', reviewers: 7, showReviewerNames: true, policy: { quorum: 8 } })
  const { admin, juniper, larch } = desk.actors
  for (const { memberId } of [juniper, larch]) {
    await editMember.execute(admin, { memberId, isTrainee: true, version: 1 })
  }
  return desk
}

/** A statement with claims in sealed rounds, and everything that may be named of it. */
export type Place = {
  desk: Desk
  statementId: string
  /** In its first round. */
  claimId: string
  /** The same, on another passage. */
  duplicateId: string
  /** Its first round was split and discussed, its second one is open. */
  discussedId: string
  commentId: string
  /** Published, then taken up again. */
  reopenedId: string
  publicationId: string
  shareId: string
  shareToken: string
  contactId: string
  /** A reader’s, of an error in what was published. */
  reportId: string
  receipt: string
  /** Of sealed verdicts. */
  verdictId: string
  citationId: string
}

/** Brings a world about on a statement of its own. */
export async function sealedPlace(desk: Desk, world: World): Promise<Place> {
  const { oak, cedar, poplar } = desk.actors
  const { id: statementId } = await makeStatement(desk)
  const sealed = await makeClaim(desk, { statementId, by: oak })
  const duplicate = await makeClaim(desk, { statementId, by: oak, targets: [{ exact: 'two new berths' }] })
  const discussed = await discussedClaim(desk, statementId)
  const reopened = await reopenedClaim(desk, statementId)
  for (const claimId of [sealed.id, duplicate.id, discussed.id, reopened.id]) {
    await recuse.execute(poplar, { claimId, reason: 'A relative.' })
    await castAs(cedar, claimId, 'MIXED', { rationale: 'The viewer’s own, or another reviewer’s.' })
    for (const name of world.order) {
      const { rating, ...rest } = world[name]
      await castAs(desk.actors[name], claimId, rating, rest as object)
    }
  }
  const { id: contactId } = await recordContact.execute(desk.actors.maple, contactAbout(statementId, [sealed.id]))
  const { id: citationId, verdictId } = await db().citation.findFirstOrThrow({
    where: { verdict: { claimId: discussed.id, round: 2, rationale: { contains: 'anary' } } },
  })
  return {
    desk,
    statementId,
    claimId: sealed.id,
    duplicateId: duplicate.id,
    discussedId: discussed.id,
    commentId: discussed.commentId,
    reopenedId: reopened.id,
    publicationId: reopened.publicationId,
    shareId: reopened.shareId,
    shareToken: reopened.shareToken,
    contactId,
    ...(await reportOf(reopened.shareToken)),
    verdictId,
    citationId,
  }
}

/** What it takes to record that a claimant was asked. */
export function contactAbout(statementId: string, claimIds: readonly string[]) {
  return { statementId, claimIds, askedOn: '2026-01-05', channel: 'EMAIL', asked: 'The press office' }
}

async function reportOf(token: string) {
  const { receipt } = await sendReport.execute(null, { token, check: 1, text: 'The year is wrong.' })
  const { id } = await db().errorReport.findUniqueOrThrow({ where: { receiptHash: hashSecret(receipt) } })
  return { reportId: id, receipt }
}

async function discussedClaim(desk: Desk, statementId: string) {
  const { maple, oak, birch, cedar } = desk.actors
  const { id } = await makeClaim(desk, { statementId, by: oak, targets: [{ exact: 'No ship' }] })
  await lowerQuorum.execute(maple, { claimId: id, version: 1, quorum: 2, reason: 'So.' })
  await castAs(birch, id, 'TRUE')
  const split = await castAs(cedar, id, 'FALSE')
  const mentionIds = [birch.memberId, maple.memberId]
  const { id: commentId } = await createComment.execute(cedar, { claimId: id, text: 'Which register?', mentionIds })
  await askEveryone(desk, id)
  await startRound.execute(maple, { claimId: id, version: split.version })
  return { id, commentId }
}

async function reopenedClaim(desk: Desk, statementId: string) {
  const { maple, oak, birch, cedar } = desk.actors
  const { id } = await makeClaim(desk, { statementId, by: oak, targets: [{ exact: 'dredged' }] })
  await lowerQuorum.execute(maple, { claimId: id, version: 1, quorum: 2, reason: 'So.' })
  for (const reviewer of [birch, cedar]) await castAs(reviewer, id, 'FALSE')
  await approveAs(maple, id)
  const { id: publicationId } = await publish.execute(maple, { statementId })
  const { id: shareId, url } = await createShare.execute(maple, { statementId })
  const { version } = await readAs(maple, id)
  await reopenClaim.execute(maple, { claimId: id, version, reason: 'New figures.' })
  await askEveryone(desk, id)
  return { id, publicationId, shareId, shareToken: url?.split('/').at(-1) ?? '' }
}

/** So that the round waits for more than have cast. */
async function askEveryone({ actors, reviewers }: Desk, claimId: string): Promise<void> {
  const asked = reviewers.filter(({ memberId }) => memberId !== actors.poplar.memberId)
  await assignReviewers.execute(actors.maple, { claimId, memberIds: asked.map(({ memberId }) => memberId) })
}

/** The member that a viewer is, or null for who has none. */
export function actorOf({ actors }: Desk, viewer: Viewer, strangers: Desk): Actor | null {
  if (viewer === 'reader' || viewer === 'anyone') return null
  return viewer === 'stranger' ? strangers.actors.admin : actors[viewer]
}
