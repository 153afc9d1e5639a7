import { randomUUID } from 'node:crypto'
import { TEST_TEXT } from './factories'
import { cited, contactAbout, type Place } from './sealed-worlds'

/** One call of an operation, by its contract's id, with what it is given. */
export type Call = readonly [way: string, input: Record<string, unknown>]

/** Operations that no reply of could tell of a round, each with the reason. They are not called. */
export const CANNOT_TELL: Readonly<Record<string, string>> = {}

/** What can be read of claims, from every side: asked again after each phase of the walk. */
export function looks(place: Place): Call[] {
  const { desk, statementId, claimId, duplicateId, discussedId, reopenedId, commentId } = place
  const { almond, cedar } = desk.actors
  const claimIds = [claimId, duplicateId, discussedId, reopenedId]
  const policy = { majorityNumerator: 2, majorityDenominator: 3, spread: 4, maxRounds: 1, separationOfDuties: false }
  return [
    ...claimIds.map((id): Call => ['readClaim', { claimId: id }]),
    ...claimIds.map((id): Call => ['listComments', { claimId: id }]),
    ['listCommentRevisions', { commentId }],
    ['listClaims', { statementId, ended: 'true' }],
    ['listEvents', { statementId }],
    ['listEvents', { statementId, claimId }],
    ['readHistory', { statementId }],
    ['readHistory', { statementId, memberId: almond.memberId }],
    ['readHistory', { statementId, memberId: cedar.memberId, claimId }],
    ['readHistory', { statementId, group: 'verdicts' }],
    ['readAsOf', { statementId, at: new Date().toISOString() }],
    ['listNotices', {}],
    ['readQueue', { of: 'verdicts' }],
    ['readQueue', { of: 'decisions' }],
    ['readNextClaim', { statementId }],
    ['readNextClaim', { statementId, after: claimId }],
    ['readAssignments', { statementId }],
    ['readStatement', { statementId }],
    ['readStatementText', { statementId, number: 1 }],
    ['listVersions', { statementId }],
    ['listRepairs', { statementId }],
    ['previewVersion', { statementId, text: SHORTENED }],
    ['readAnnotations', { statementId }],
    ['readAnnotationCollection', { statementId }],
    ['exportClaimsTable', { statementId }],
    ['exportTei', { statementId }],
    ['listStatements', {}],
    ['listStatements', { search: 'canary' }],
    ['listStatements', { show: 'to-decide' }],
    ['listStatements', { show: 'to-repair' }],
    ['listPublications', { statementId }],
    ['listShares', { statementId }],
    ['listCorrections', { statementId }],
    ['listDeskCorrections', {}],
    ['listContacts', { statementId }],
    ['listContacts', { statementId, claimId }],
    ['listReports', { statementId }],
    ['simulatePolicy', { quorum: 2, ...policy }],
  ]
}

/** What can be read of the desk and its people: asked first and last. */
export function looksAtTheDesk(): Call[] {
  return [
    ['readWorkspace', {}],
    ['listPolicies', {}],
    ['listScales', {}],
    ['listMembers', {}],
    ['listInvites', {}],
    ['listTokens', {}],
    ['readMe', {}],
  ]
}

const VERDICT = {
  rating: 'MIXED',
  confidence: 'MEDIUM',
  rationale: 'The viewer’s own.',
  // The very source that a sealed verdict of one world cites, and not of the other.
  citations: [cited('third', 'https://canary.example/c')],
}

/** An annotation of another tool, and the claim that is made of it. */
const FOREIGN = {
  id: 'urn:example:1',
  type: 'Annotation',
  body: 'Brought in.',
  target: {
    source: 'https://canary.example/c',
    selector: { type: 'TextQuoteSelector', exact: TEST_TEXT.slice(0, 50) },
  },
}

function imported(claimReviewed: string, importedFrom: string | null) {
  return { claimReviewed, importedFrom, targets: [{ start: 0, end: 50, exact: TEST_TEXT.slice(0, 50) }] }
}

/** The text without the sentence that the claims are about. */
const SHORTENED = TEST_TEXT.slice(TEST_TEXT.indexOf('No ship'))

/** Everything that can be done or tried around a sealed round, in phases. Much of it is refused, for one reason or another. */
export function walk(place: Place, me: string): Call[][] {
  return [
    [...tried(place, me), ...triedOnTheDesk(place), ...done(place)],
    takenBack(place),
    changed(place),
    suspended(place),
    ended(place),
  ]
}

/** Refused, whoever asks: the replies say why, and how things stand. */
function tried(place: Place, me: string): Call[] {
  const { statementId, claimId, duplicateId, discussedId, reopenedId, commentId, verdictId, citationId } = place
  const decision = { action: 'RESOLVE', contentHash: 'a'.repeat(64), rating: 'TRUE', explanation: 'So.', reason: 'So.' }
  const correction = { kind: 'UPDATE', whatChanged: 'So.', why: 'So.' }
  return [
    ...[claimId, discussedId, reopenedId].map((id): Call => ['decideClaim', { claimId: id, ...decision }]),
    ['startRound', { claimId, version: 1 }],
    ['closeRound', { claimId, version: 1 }],
    ['closeRound', { claimId: discussedId, version: 1 }],
    ['reopenClaim', { claimId: reopenedId, version: 1, reason: 'So.' }],
    ['createComment', { claimId, text: 'Early.' }],
    ['createComment', { claimId: discussedId, text: 'Early.', parentId: commentId, mentionIds: [me] }],
    ['createComment', { claimId: discussedId, text: 'Quoting.', quotedVerdictId: verdictId }],
    ['createComment', { claimId: discussedId, text: 'Quoting.', quotedCitationId: citationId }],
    ['editComment', { commentId, text: 'Early.', version: 1 }],
    ['withdrawComment', { commentId }],
    ['resolveComment', { commentId, isResolved: true }],
    ['readNotices', { ids: [commentId] }],
    ['castVerdict', { claimId, ...VERDICT, version: 7 }],
    ['castVerdict', { claimId, ...VERDICT, version: 1, rating: 'NONE' }],
    ['editClaim', { claimId, version: 7, claimReviewed: 'Stale.' }],
    ['withdrawClaim', { claimId, version: 7 }],
    ['lowerQuorum', { claimId, version: 7, quorum: 2, reason: 'So.' }],
    ['mergeClaim', { claimId, version: 7, intoId: duplicateId }],
    ['createClaim', { statementId, claimReviewed: 'Nowhere.', targets: [{ exact: 'Nowhere' }] }],
    ['importClaims', { statementId, versionNumber: 99, items: [imported('Stale.', null)] }],
    ['importClaims', { statementId, versionNumber: 1, items: [imported('Again.', `urn:uuid:${claimId}`)] }],
    ['publish', { statementId }],
    ['publish', { statementId, corrections: [{ claimId: reopenedId, ...correction }] }],
    ['createCorrection', { statementId, claimId: reopenedId, ...correction }],
    ['editStatement', { statementId, version: 99, title: 'Stale.' }],
    ['createVersion', { statementId, basedOn: 99, text: SHORTENED }],
    ['repairClaim', { claimId, version: 1, versionNumber: 1, targets: [{ targetId: claimId }] }],
    ['planStatement', { statementId, version: 99, leadId: null, dueOn: null, embargoUntil: null }],
  ]
}

/** What concerns the desk, or people, and must not tell of a round either. */
function triedOnTheDesk({ desk }: Place): Call[] {
  const memberId = desk.actors.hazel.memberId
  const token = 'a'.repeat(43)
  const policy = { majorityNumerator: 2, majorityDenominator: 3, spread: 1, maxRounds: 3, separationOfDuties: true }
  const rating = { label: 'Yes', definition: 'So.', position: null, tone: 'true', requiresCitation: false }
  return [
    ['editWorkspace', { version: 99, name: 'Stale.' }],
    ['setPolicy', { basedOn: 99, quorum: 2, ...policy }],
    ['setScale', { basedOn: 99, name: 'Stale.', ratings: ['A', 'B'].map(key => ({ key, ...rating })) }],
    ['editMember', { memberId, version: 99, role: 'EDITOR' }],
    ['createPasswordReset', { memberId }],
    ['createInvite', { email: `${randomUUID()}@desk.example`, role: 'REVIEWER' }],
    ['revokeInvite', { inviteId: randomUUID() }],
    ['readInvite', { token }],
    ['acceptInvite', { token, password: 'plum garden ladder seven', name: 'Someone' }],
    ['resetPassword', { token, password: 'plum garden ladder eight' }],
    ['editMe', { currentPassword: 'wrong', newPassword: 'plum garden ladder nine' }],
    ['signOutEverywhere', {}],
    ['createToken', { name: 'A token' }],
    ['revokeToken', { tokenId: randomUUID() }],
    ['createStatement', { title: 'Another', claimant: 'The harbour office', language: 'en', text: 'One sentence.' }],
  ]
}

/** Done, where the viewer may; the rounds stay sealed through all of it. */
function done(place: Place): Call[] {
  const { desk, statementId, claimId, publicationId, shareId, contactId, reportId } = place
  const { birch, almond, cedar, hazel, maple } = desk.actors
  const { source } = cited('third', 'https://canary.example/c')
  const memberIds = [birch, almond, cedar, hazel].map(member => member.memberId)
  return [
    ['createClaim', { statementId, claimReviewed: 'Beside it.', targets: [{ start: 0, end: 8 }] }],
    ['previewImport', { statementId, content: FOREIGN }],
    ['importClaims', { statementId, versionNumber: 1, items: [imported('Brought in.', 'urn:example:1')] }],
    ['previewImport', { statementId, content: FOREIGN }],
    ['assignReviewers', { claimId, memberIds: memberIds.slice(0, 2) }],
    ['spreadReviewers', { statementId, memberIds, perClaim: null, claimIds: [claimId], alsoNew: true }],
    ['lowerQuorum', { claimId, version: 1, quorum: 7, reason: 'So.' }],
    ['castVerdict', { claimId, ...VERDICT, version: 1 }],
    ['editStatement', { statementId, version: 1, title: 'Another title' }],
    ['planStatement', { statementId, version: 0, leadId: maple.memberId, dueOn: '2031-01-01', embargoUntil: null }],
    ['createShare', { statementId, publicationId, label: 'Another link' }],
    ['revokeShare', { shareId: randomUUID() }],
    ['createCorrection', { statementId, claimId: null, kind: 'UPDATE', whatChanged: 'A note.', why: 'So.' }],
    ['readNotices', { upTo: shareId }],
    ['recordContact', contactAbout(statementId, [claimId])],
    // The very source, again, that a sealed verdict of one world cites.
    ['recordContactOutcome', { contactId, result: 'REPLIED', on: '2026-01-06', reply: 'Yes.', source }],
    ['answerReport', { reportId, outcome: 'NO_CHANGE', text: 'It is right.' }],
    ['forgetReportContact', { reportId }],
  ]
}

function takenBack({ claimId }: Place): Call[] {
  return [
    ['withdrawVerdict', { claimId }],
    ['recuse', { claimId, reason: 'So.' }],
  ]
}

/** The sealed rounds wait while the text has changed under their claims, and go on when its words are back. */
function suspended({ statementId, discussedId, reopenedId }: Place): Call[] {
  return [
    ['createVersion', { statementId, basedOn: 1, text: SHORTENED }],
    ['listRepairs', { statementId }],
    ['castVerdict', { claimId: reopenedId, ...VERDICT, version: 99 }],
    ['closeRound', { claimId: discussedId, version: 99 }],
    ['repairClaim', { claimId: discussedId, version: 99, versionNumber: 2, targets: [{ targetId: discussedId }] }],
    ...[discussedId, reopenedId].map((id): Call => ['readClaim', { claimId: id }]),
    ['createVersion', { statementId, basedOn: 2, text: TEST_TEXT }],
  ]
}

/** The sealed round ends unseen. */
function changed({ claimId, duplicateId }: Place): Call[] {
  return [
    ['editClaim', { claimId, version: 1, claimReviewed: 'Arrivals fell.' }],
    ['mergeClaim', { claimId: duplicateId, version: 1, intoId: claimId }],
  ]
}

function ended({ claimId, reopenedId }: Place): Call[] {
  return [
    ['withdrawClaim', { claimId }],
    ['withdrawClaim', { claimId: reopenedId }],
  ]
}
