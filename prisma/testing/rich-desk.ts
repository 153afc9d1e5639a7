import { acceptInvite } from '../../lib/use-cases/accounts/accept-invite'
import { createToken } from '../../lib/use-cases/accounts/create-token'
import { revokeToken } from '../../lib/use-cases/accounts/revoke-token'
import { createClaim } from '../../lib/use-cases/claims/create-claim'
import { editClaim } from '../../lib/use-cases/claims/edit-claim'
import { lowerQuorum } from '../../lib/use-cases/claims/lower-quorum'
import { mergeClaim } from '../../lib/use-cases/claims/merge-claim'
import { withdrawClaim } from '../../lib/use-cases/claims/withdraw-claim'
import { createComment } from '../../lib/use-cases/comments/create-comment'
import { editComment } from '../../lib/use-cases/comments/edit-comment'
import { resolveComment } from '../../lib/use-cases/comments/resolve-comment'
import { withdrawComment } from '../../lib/use-cases/comments/withdraw-comment'
import { recordContact } from '../../lib/use-cases/contacts/record-contact'
import { recordContactOutcome } from '../../lib/use-cases/contacts/record-contact-outcome'
import { createCorrection } from '../../lib/use-cases/corrections/create-correction'
import { decideClaim } from '../../lib/use-cases/decisions/decide-claim'
import { reopenClaim } from '../../lib/use-cases/decisions/reopen-claim'
import { createShare } from '../../lib/use-cases/publications/create-share'
import { publish } from '../../lib/use-cases/publications/publish'
import { revokeShare } from '../../lib/use-cases/publications/revoke-share'
import { answerReport } from '../../lib/use-cases/reports/answer-report'
import { listReports } from '../../lib/use-cases/reports/list-reports'
import { sendReport } from '../../lib/use-cases/reports/send-report'
import { assignReviewers } from '../../lib/use-cases/rounds/assign-reviewers'
import { closeRound } from '../../lib/use-cases/rounds/close-round'
import { recuse } from '../../lib/use-cases/rounds/recuse'
import { spreadReviewers } from '../../lib/use-cases/rounds/spread-reviewers'
import { startRound } from '../../lib/use-cases/rounds/start-round'
import { createStatement } from '../../lib/use-cases/statements/create-statement'
import { editStatement } from '../../lib/use-cases/statements/edit-statement'
import { withdrawVerdict } from '../../lib/use-cases/verdicts/withdraw-verdict'
import { createVersion } from '../../lib/use-cases/versions/create-version'
import { listRepairs } from '../../lib/use-cases/versions/list-repairs'
import { repairClaim } from '../../lib/use-cases/versions/repair-claim'
import { createInvite } from '../../lib/use-cases/workspace/create-invite'
import { editMember } from '../../lib/use-cases/workspace/edit-member'
import { editWorkspace } from '../../lib/use-cases/workspace/edit-workspace'
import { listPolicies } from '../../lib/use-cases/workspace/list-policies'
import { listScales } from '../../lib/use-cases/workspace/list-scales'
import { revokeInvite } from '../../lib/use-cases/workspace/revoke-invite'
import { setPolicy } from '../../lib/use-cases/workspace/set-policy'
import { setScale } from '../../lib/use-cases/workspace/set-scale'
import { approveAs, castAll, castAs, makeClaim, readAs } from './claims'
import { type Desk, makeDesk, TEST_PASSWORD, TEST_TEXT } from './factories'

export type RichDesk = { desk: Desk; statementId: string }

/** A desk on which everything has happened that can happen on one, so that every table of it holds rows. */
export async function makeRichDesk(): Promise<RichDesk> {
  const desk = await makeDesk({ name: 'Rich desk', reviewers: 5, editors: 2, admins: 2 })
  await changePeople(desk)
  const { maple } = desk.actors
  const statement = await createStatement.execute(maple, {
    title: 'Remarks at the harbour',
    claimant: 'The harbour office',
    claimantRole: 'Port authority',
    appearance: 'https://records.example/remarks',
    saidOn: '2025-03',
    language: 'en',
    context: 'Spoken at the opening.',
    text: TEST_TEXT,
  })
  const statementId = statement.id
  await publishedThenReopened(desk, statementId)
  await splitThenEscalated(desk, statementId)
  await editedMidRound(desk, statementId)
  await mergedAndWithdrawn(desk, statementId)
  await returnedWithFewer(desk, statementId)
  await addTexts(desk, statementId)
  const current = await editStatement.execute(maple, {
    statementId,
    version: statement.version,
    title: 'Remarks at the harbour, opened',
  })
  await editStatement.execute(maple, { statementId, version: current.version, direction: 'rtl', language: 'ar' })
  await changeRules(desk)
  const memberIds = [desk.actors.almond, desk.actors.birch, desk.actors.cedar].map(one => one.memberId)
  await spreadReviewers.execute(maple, { statementId, memberIds, perClaim: 2, mode: 'ADD', alsoNew: true })
  await makeClaim(desk, { statementId, targets: [{ exact: 'dredged' }] })
  return { desk, statementId }
}

/** An approval that was published, shared, reopened, decided again and published again. */
async function publishedThenReopened(desk: Desk, statementId: string): Promise<void> {
  const { almond, birch, cedar, hazel, maple, oak } = desk.actors
  const { id } = await makeClaim(desk, { statementId, claimant: 'The pilot', saidOn: '2025' })
  await assignReviewers.execute(maple, { claimId: id, memberIds: [almond, birch, cedar].map(one => one.memberId) })
  await castAll(desk, id, ['FALSE', 'FALSE', 'MOSTLY_FALSE'])
  await approveAs(oak, id)
  await publish.execute(maple, { statementId })
  const share = await createShare.execute(maple, {
    statementId,
    label: 'For the archive',
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  })
  const { url } = await createShare.execute(maple, { statementId })
  await revokeShare.execute(maple, { shareId: share.id })
  const asked = await recordContact.execute(birch, {
    statementId,
    claimIds: [id],
    askedOn: '2026-11-02',
    channel: 'EMAIL',
    asked: 'The harbour’s press office',
    deadlineOn: '2026-11-09',
    note: 'press@harbour.example',
  })
  await recordContactOutcome.execute(birch, { contactId: asked.id, result: 'NO_REPLY', on: '2026-11-10' })
  await recordContactOutcome.execute(cedar, {
    contactId: asked.id,
    result: 'REPLIED',
    on: '2026-11-12',
    reply: 'We count yachts as well.',
    source: { title: 'Harbour office, reply', url: 'https://records.example/reply' },
  })
  const token = url?.split('/').at(-1)
  await sendReport.execute(null, { token, text: 'The title is misspelt.' })
  await sendReport.execute(null, { token, check: 1, text: 'The register says otherwise.', contact: 'a@reader.example' })
  const decided = await readAs(maple, id)
  await reopenClaim.execute(maple, { claimId: id, version: decided.version, reason: 'A reader sent the register.' })
  await assignReviewers.execute(maple, { claimId: id, memberIds: [birch, cedar, hazel].map(one => one.memberId) })
  for (const reviewer of [birch, cedar, hazel]) await castAs(reviewer, id, 'TRUE')
  const { contentHash } = await readAs(oak, id)
  await decideClaim.execute(oak, {
    claimId: id,
    action: 'OVERRIDE',
    contentHash,
    rating: 'MOSTLY_TRUE',
    explanation: 'The register shows a rise of a third, save for one month.',
    reason: 'One month is missing.',
    ratedAsOf: '2026-10',
  })
  const words = { whatChanged: 'Arrivals did rise.', why: 'A reader sent the register.' }
  const reports = (await listReports.execute(maple, { statementId })).items
  const reportIds = reports.filter(({ claim }) => claim !== null).map(report => report.id)
  const general = reports.find(({ claim }) => claim === null)
  await answerReport.execute(oak, { reportId: general?.id, outcome: 'NO_CHANGE', text: 'It is spelt as it was.' })
  await publish.execute(maple, { statementId, corrections: [{ claimId: id, kind: 'CORRECTION', reportIds, ...words }] })
  const note = { whatChanged: 'The register is of the port.', why: 'It was not said.' }
  await createCorrection.execute(maple, { statementId, claimId: null, kind: 'CLARIFICATION', ...note })
}

/** Three rounds without agreement, and an editor's resolution. */
async function splitThenEscalated(desk: Desk, statementId: string): Promise<void> {
  const { birch, maple, oak } = desk.actors
  const { id } = await makeClaim(desk, { statementId, targets: [{ exact: 'No ship waited longer than a day.' }] })
  for (let round = 1; round <= 3; round++) {
    if (round > 1) {
      const { version } = await readAs(maple, id)
      await startRound.execute(maple, { claimId: id, version })
    }
    await castAll(desk, id, ['TRUE', 'MIXED', 'FALSE'])
  }
  await discuss(desk, id)
  await recuse.execute(birch, { claimId: id, reason: 'My sister works for the harbour.' })
  const { contentHash } = await readAs(oak, id)
  await decideClaim.execute(oak, {
    claimId: id,
    action: 'RESOLVE',
    contentHash,
    rating: 'MIXED',
    explanation: 'Some waited.',
    reason: 'Three rounds.',
  })
}

/** A thread with a quotation and a mention, reworded, settled and taken up again. */
async function discuss({ actors: { almond, birch, maple } }: Desk, claimId: string): Promise<void> {
  const { rounds } = await readAs(almond, claimId)
  const quotedVerdictId = rounds[0]?.verdicts[0]?.id ?? null
  const mentionIds = [birch.memberId]
  const text = 'Which table did you read, @Birch?'
  const thread = await createComment.execute(almond, { claimId, text, mentionIds, quotedVerdictId })
  const answer = await createComment.execute(birch, { claimId, text: 'The second.', parentId: thread.id })
  await createComment.execute(birch, { claimId, text: 'Or the third.', parentId: thread.id })
  await editComment.execute(birch, { commentId: answer.id, version: 1, text: 'The second one.', mentionIds: [] })
  await withdrawComment.execute(birch, { commentId: answer.id })
  await resolveComment.execute(maple, { commentId: thread.id, isResolved: true })
  await createComment.execute(birch, { claimId, text: 'Once more.', parentId: thread.id })
  const citationId = rounds[0]?.verdicts[1]?.citations[0]?.id ?? null
  await createComment.execute(almond, { claimId, text: 'This one.', quotedCitationId: citationId })
}

/** A wording changed while verdicts stood, then once more while none did. */
async function editedMidRound(desk: Desk, statementId: string): Promise<void> {
  const { almond, birch, maple } = desk.actors
  const { id } = await makeClaim(desk, { statementId, targets: [{ exact: 'We built two new berths' }] })
  await castAs(almond, id, 'TRUE')
  await castAs(almond, id, 'MOSTLY_TRUE', { rationale: 'On second thoughts.' })
  await castAs(birch, id, 'TRUE')
  await withdrawVerdict.execute(birch, { claimId: id })
  const cast = await readAs(maple, id)
  await editClaim.execute(maple, { claimId: id, version: cast.version, claimReviewed: 'Two berths were built.' })
  const edited = await readAs(maple, id)
  await editClaim.execute(maple, { claimId: id, version: edited.version, claimReviewed: 'Two new berths were built.' })
  await castAs(birch, id, 'TRUE')
}

async function mergedAndWithdrawn(desk: Desk, statementId: string): Promise<void> {
  const { almond, maple } = desk.actors
  const into = await makeClaim(desk, { statementId, targets: [{ exact: 'Arrivals at the harbour will rise again.' }] })
  const twin = await makeClaim(desk, { statementId, targets: [{ exact: 'rise again' }, { exact: 'Cafe\u0301 basin' }] })
  await castAs(almond, twin.id)
  const seen = await readAs(maple, twin.id)
  await mergeClaim.execute(maple, { claimId: twin.id, intoId: into.id, version: seen.version })
  const gone = await createClaim.execute(almond, {
    statementId,
    claimReviewed: 'The harbour dredged.',
    targets: [{ exact: 'dredged' }],
  })
  await castAs(almond, gone.id)
  await withdrawClaim.execute(maple, { claimId: gone.id })
}

/** A round that an editor closed with a lowered quorum, returned, and dismissed after the next one. */
async function returnedWithFewer(desk: Desk, statementId: string): Promise<void> {
  const { almond, birch, cedar, hazel, juniper, maple, oak } = desk.actors
  const { id, version } = await makeClaim(desk, { statementId, targets: [{ exact: 'last year', prefix: 'third ' }] })
  await assignReviewers.execute(maple, { claimId: id, memberIds: [almond, birch, cedar].map(one => one.memberId) })
  await castAs(cedar, id)
  await recuse.execute(cedar, { claimId: id, reason: 'I rent a berth there.' })
  await castAs(almond, id)
  await castAs(birch, id)
  await lowerQuorum.execute(maple, { claimId: id, version, quorum: 2, reason: 'Two of us can read the register.' })
  const closed = await readAs(oak, id)
  await decideClaim.execute(oak, {
    claimId: id,
    action: 'RETURN',
    contentHash: closed.contentHash,
    reason: 'Look at the second table too.',
  })
  const returned = await readAs(maple, id)
  await startRound.execute(maple, { claimId: id, version: returned.version })
  await assignReviewers.execute(maple, { claimId: id, memberIds: [almond, birch, hazel].map(one => one.memberId) })
  await castAs(almond, id)
  await castAs(birch, id)
  await castAs(juniper, id, 'TRUE')
  const open = await readAs(maple, id)
  await closeRound.execute(maple, { claimId: id, version: open.version })
  const { contentHash } = await readAs(oak, id)
  await decideClaim.execute(oak, {
    claimId: id,
    action: 'DISMISS',
    contentHash,
    explanation: 'This is how the speaker counts, not a claim.',
    reason: 'Nothing to check.',
  })
}

/** Two newer texts: a passage that changed is confirmed, one that went is selected again, one waits, and the rest stands. */
async function addTexts({ actors: { maple } }: Desk, statementId: string): Promise<void> {
  const second = TEST_TEXT.replace('by a third', 'by a quarter').replace(' No ship waited longer than a day.', '')
  const source = { retrievedFrom: 'https://records.example/remarks-corrected', note: 'As the office corrected it.' }
  await createVersion.execute(maple, { statementId, basedOn: 1, text: second, ...source })
  const { items } = await listRepairs.execute(maple, { statementId })
  const confirmed = items.find(({ was, state }) => state === 'CHANGED' && was.exact.startsWith('Arrivals'))
  const { id: claimId, version } = confirmed?.claim ?? {}
  const targets = [{ targetId: confirmed?.targetId }]
  const note = 'Only how the sum was rounded.'
  await repairClaim.execute(maple, { claimId, version, versionNumber: 2, targets, note })
  const third = `${second} Not one ship waited for more than a day.`
  await createVersion.execute(maple, { statementId, basedOn: 2, text: third })
  const lost = (await listRepairs.execute(maple, { statementId })).items.find(({ state }) => state === 'ORPHANED')
  const moveTo = { exact: 'Not one ship waited for more than a day.' }
  await repairClaim.execute(maple, {
    claimId: lost?.claim.id,
    version: lost?.claim.version,
    versionNumber: 3,
    targets: [{ targetId: lost?.targetId, moveTo }],
  })
}

async function changePeople({ actors }: Desk): Promise<void> {
  const { admin, ash, juniper } = actors
  await editMember.execute(admin, { memberId: ash.memberId, role: 'EDITOR', version: 1 })
  await editMember.execute(admin, { memberId: juniper.memberId, isTrainee: true, version: 1 })
  await editMember.execute(admin, { memberId: ash.memberId, removed: true, version: 2 })
  const tag = admin.memberId.slice(0, 8)
  const invited = await createInvite.execute(admin, { email: `larch.${tag}@desk.example`, role: 'REVIEWER' })
  const token = invited.url?.split('/').at(-1)
  await acceptInvite.execute(null, { token, name: 'Larch', password: TEST_PASSWORD })
  const unwanted = await createInvite.execute(admin, { email: `poplar.${tag}@desk.example`, role: 'EDITOR' })
  await revokeInvite.execute(admin, { inviteId: unwanted.id })
  const kept = await createToken.execute(admin, {
    name: 'Archive',
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  })
  await createToken.execute(admin, { name: 'Script', expiresAt: null })
  await revokeToken.execute(admin, { tokenId: kept.id })
}

async function changeRules({ actors: { admin } }: Desk): Promise<void> {
  await editWorkspace.execute(admin, {
    version: 1,
    funding: 'By its readers.',
    contactEmail: 'desk@desk.example',
    correctionsPolicy: 'Within a day.',
    showReviewerNames: true,
  })
  const [policy] = (await listPolicies.execute(admin, {})).items
  const [scale] = (await listScales.execute(admin, {})).items
  if (!policy || !scale) throw new Error('a desk has rules')
  const { version: policyVersion, at: _set, ...rule } = policy
  await setPolicy.execute(admin, { ...rule, quorum: 2, basedOn: policyVersion })
  await setScale.execute(admin, { name: 'Ours', ratings: scale.ratings, basedOn: scale.version })
}
