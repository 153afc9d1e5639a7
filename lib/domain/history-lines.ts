import type { HistoryEvent } from '@/lib/domain/history'
import { valueIn } from '@/lib/domain/history-ids'
import type { SentencePart } from '@/lib/domain/sentence'
import { counted, inWords } from '@/lib/domain/sentence-words'
import type { DecisionAction } from '@/lib/domain/vocabulary'

/** What a line is about, for filters; `desk` is of the desk's own history and never in a statement's. */
export const HISTORY_GROUPS = [
  'statement',
  'claims',
  'verdicts',
  'rounds',
  'decisions',
  'discussion',
  'people',
  'publishing',
  'desk',
] as const
export type HistoryGroup = (typeof HISTORY_GROUPS)[number]

/** What a line may say beside its event's ids. What is sealed is never among it. */
export interface LineFacts {
  /** Who acted, as far as the reader may know it; null for nobody in particular. */
  readonly actor: string | null
  /** The name of a member. */
  readonly nameOf: (memberId: string) => string
  /** What the round said when it closed, where the event closed one: "Split: 2 say True, 1 says False." */
  readonly outcome: readonly SentencePart[] | null
  /** Whether a person closed the round; otherwise it was complete. */
  readonly isClosedByHand: boolean
  /** The rating of the decision that the event made, as readers see it. */
  readonly rating: SentencePart | null
  /** What the decision did. */
  readonly action: DecisionAction | null
  /** Why, in the words of who acted, where every member may read it. */
  readonly reason: string | null
  /** The sentence of the claim that this one was merged into. */
  readonly into: string | null
}

type Told = Pick<HistoryEvent, 'ids'>
type Line = (event: Told, facts: LineFacts) => SentencePart[]

/** "Birch commented."; where nobody is named, as one says it without a name. */
const act =
  (done: string, unnamed: string): Line =>
  (_event, { actor }) => [{ text: actor ? `${actor} ${done}.` : `${unnamed}.` }]

/** The same, with the reason that was given for it. */
const actFor =
  (done: (event: Told) => string, unnamed: string): Line =>
  (event, { actor, reason }) => {
    const what = actor ? `${actor} ${done(event)}` : unnamed
    return [{ text: reason ? `${what}: “${reason}”` : `${what}.` }]
  }

/** Every event there is, by its type: what it is about, and how it is told in one line. */
const LINES = {
  'statement.created': { group: 'statement', line: act('brought the statement in', 'The statement was brought in') },
  'statement.edited': { group: 'statement', line: act('changed the details', 'The details were changed') },
  'statement.planned': { group: 'statement', line: act('planned the work', 'The work was planned') },
  'statement.version-added': { group: 'statement', line: versionAdded },
  'claim.suspended': { group: 'claims', line: suspended },
  'claim.resumed': {
    group: 'claims',
    line: () => [{ text: 'Every passage of the claim stands in the text again: it goes on where it was.' }],
  },
  'target.confirmed': {
    group: 'claims',
    line: actFor(
      () => 'found the claim the same in the changed words',
      'The claim was found the same in the changed words',
    ),
  },
  'target.moved': {
    group: 'claims',
    line: actFor(() => 'selected a passage of the claim again', 'A passage of the claim was selected again'),
  },
  'claim.created': { group: 'claims', line: act('highlighted a claim', 'A claim was highlighted') },
  'claim.edited': { group: 'claims', line: act('changed the claim', 'The claim was changed') },
  'claim.withdrawn': { group: 'claims', line: act('withdrew the claim', 'The claim was withdrawn') },
  'claim.merged': { group: 'claims', line: merged },
  'claim.quorum-lowered': {
    group: 'rounds',
    line: actFor(event => `lowered the quorum to ${number(event, 'quorum')}`, 'The quorum was lowered'),
  },
  'round.opened': { group: 'rounds', line: opened },
  'round.closed': { group: 'rounds', line: closed },
  'round.abandoned': {
    group: 'rounds',
    line: event => [{ text: `Round ${number(event, 'round')} ended unopened: its verdicts stay sealed.` }],
  },
  'verdict.cast': { group: 'verdicts', line: act('cast a verdict', 'A verdict was cast') },
  'verdict.withdrawn': { group: 'verdicts', line: act('took a verdict back', 'A verdict was taken back') },
  'reviewers.assigned': { group: 'people', line: assigned },
  'assignment.returned': { group: 'people', line: returned },
  'reviewer.recused': {
    group: 'people',
    line: act('stood back from the claim', 'A reviewer stood back from the claim'),
  },
  'comment.added': { group: 'discussion', line: act('commented', 'A comment was added') },
  'comment.edited': { group: 'discussion', line: act('reworded a comment', 'A comment was reworded') },
  'comment.withdrawn': { group: 'discussion', line: act('took a comment back', 'A comment was taken back') },
  'comment.resolved': { group: 'discussion', line: act('resolved a thread', 'A thread was resolved') },
  'comment.unresolved': { group: 'discussion', line: act('took a thread up again', 'A thread was taken up again') },
  'contact.asked': { group: 'claims', line: asked },
  'contact.answered': { group: 'claims', line: answered },
  'claim.decided': { group: 'decisions', line: decided },
  'claim.reopened': { group: 'decisions', line: actFor(() => 'reopened the claim', 'The claim was reopened') },
  'statement.published': { group: 'publishing', line: published },
  'share.created': { group: 'publishing', line: act('made a link for readers', 'A link for readers was made') },
  'share.revoked': { group: 'publishing', line: act('revoked a link', 'A link was revoked') },
  'correction.made': { group: 'publishing', line: corrected },
  'report.received': { group: 'publishing', line: () => [{ text: 'A reader reported an error.' }] },
  'report.answered': { group: 'publishing', line: act('answered a reader’s report', 'A reader’s report was answered') },
  'workspace.created': { group: 'desk', line: act('set the desk up', 'The desk was set up') },
  'workspace.edited': { group: 'desk', line: act('changed the desk’s settings', 'The desk’s settings were changed') },
  'policy.set': { group: 'desk', line: act('set the consensus policy', 'The consensus policy was set') },
  'scale.set': { group: 'desk', line: act('set the rating scale', 'The rating scale was set') },
  'member.joined': { group: 'desk', line: aboutMember('joined the desk') },
  'member.changed': { group: 'desk', line: aboutMember('has another role') },
  'member.removed': { group: 'desk', line: aboutMember('left the desk') },
  'invite.created': { group: 'desk', line: act('made an invitation', 'An invitation was made') },
  'invite.revoked': { group: 'desk', line: act('took an invitation back', 'An invitation was taken back') },
  'password-reset.created': { group: 'desk', line: act('made a password link', 'A password link was made') },
  'token.created': { group: 'desk', line: act('made an access token', 'An access token was made') },
  'token.revoked': { group: 'desk', line: act('ended an access token', 'An access token was ended') },
} as const satisfies Readonly<Record<string, { group: HistoryGroup; line: Line }>>

export type EventType = keyof typeof LINES

/** Every type of event that is written. */
export const EVENT_TYPES = Object.keys(LINES) as EventType[] // the keys of the table above

/** Whether this version writes such events; a later one may write others. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(LINES, type)
}

/** What an event is about; null for a type of a later version. */
export function historyGroupOf(type: string): HistoryGroup | null {
  return isEventType(type) ? LINES[type].group : null
}

/** The types of event that are about one thing. */
export function typesOfGroup(group: HistoryGroup): EventType[] {
  return EVENT_TYPES.filter(type => LINES[type].group === group)
}

/** One line of the history in plain words. */
export function historyLine(event: Pick<HistoryEvent, 'type' | 'ids'>, facts: LineFacts): SentencePart[] {
  const { type } = event
  // Of a later version, while old instances still serve.
  if (!isEventType(type)) return [{ text: `${facts.actor ?? 'The desk'}: ${type.replace(/[.-]/g, ' ')}.` }]
  const line: Line = LINES[type].line
  return line(event, facts)
}

/** "Maple added version 2 of the text: 12 passages stand as they were, 1 changed, 1 went." */
function versionAdded(event: Told, { actor }: LineFacts): SentencePart[] {
  const version = `version ${number(event, 'version')} of the text`
  const [anchored, changed, orphaned] = ['anchored', 'changed', 'orphaned'].map(name => number(event, name))
  const became = [
    `${counted(anchored ?? 0, 'passage')} ${anchored === 1 ? 'stands' : 'stand'} as before`,
    ...(changed ? [`${changed} changed`] : []),
    ...(orphaned ? [`${orphaned} went`] : []),
  ].join(', ')
  return [{ text: actor ? `${actor} added ${version}: ${became}.` : `Added: ${version}; ${became}.` }]
}

function suspended(event: Told): SentencePart[] {
  return [
    { text: `Version ${number(event, 'version')} of the text changed or lost a passage: the claim is suspended.` },
  ]
}

function merged(_event: Told, { actor, into }: LineFacts): SentencePart[] {
  const target = into === null ? 'another one' : `“${into}”`
  return [{ text: actor ? `${actor} merged the claim into ${target}.` : `The claim was merged into ${target}.` }]
}

const OPENED_BECAUSE: Readonly<Record<string, string>> = {
  SPLIT: ' after a split',
  RETURNED: ' after it was returned',
  CLAIM_CHANGED: ', because the claim changed',
  REOPENED: ', because the claim was reopened',
}

function opened(event: Told): SentencePart[] {
  const why = OPENED_BECAUSE[String(valueIn(event, 'reason'))] ?? ''
  return [{ text: `Round ${number(event, 'round')} opened, sealed${why}.` }]
}

/** "Maple closed round 2. Split: 2 say True, 1 says False, 4 steps apart." */
function closed(event: Told, { actor, isClosedByHand, outcome }: LineFacts): SentencePart[] {
  const round = number(event, 'round')
  const text = isClosedByHand && actor ? `${actor} closed round ${round}.` : `Round ${round} closed.`
  return outcome ? [{ text: `${text} ` }, ...outcome] : [{ text }]
}

function assigned(event: Told, { actor, nameOf }: LineFacts): SentencePart[] {
  const names = namesIn(event, 'memberIds', nameOf)
  const asked = names.length === 0 ? 'nobody in particular' : listed(names)
  if (valueIn(event, 'plan') !== undefined) {
    const planner = valueIn(event, 'byId')
    const planned = typeof planner === 'string' ? `as ${nameOf(planner)} planned` : 'as planned'
    return [{ text: `Asked to rate the claim, ${planned}: ${asked}.` }]
  }
  return [{ text: actor ? `${actor} asked ${asked} to rate the claim.` : `Asked to rate the claim: ${asked}.` }]
}

/** "Not taken up, so no longer asked: Almond and Birch." */
function returned(event: Told, { nameOf }: LineFacts): SentencePart[] {
  return [{ text: `Not taken up, so no longer asked: ${listed(namesIn(event, 'returned', nameOf))}.` }]
}

function namesIn(event: Told, name: string, nameOf: LineFacts['nameOf']): string[] {
  const value = valueIn(event, name)
  return Array.isArray(value) ? value.flatMap(id => (typeof id === 'string' ? [nameOf(id)] : [])) : []
}

function asked(event: Told, { actor }: LineFacts): SentencePart[] {
  const value = valueIn(event, 'claimIds')
  const about = Array.isArray(value) ? ` about ${counted(value.length, 'claim')}` : ''
  return [{ text: actor ? `${actor} noted that the claimant was asked${about}.` : `The claimant was asked${about}.` }]
}

const ANSWERED: Readonly<Record<string, string>> = {
  REPLIED: 'the claimant’s reply',
  NO_REPLY: 'that the claimant did not reply',
  DECLINED: 'that the claimant declined to comment',
  UNDELIVERABLE: 'that the claimant could not be reached',
}

function answered(event: Told, { actor }: LineFacts): SentencePart[] {
  const what = ANSWERED[String(valueIn(event, 'result'))]
  const who = actor ?? 'The desk'
  return [{ text: what ? `${who} noted ${what}.` : `${who} took a contact with the claimant back: recorded in error.` }]
}

const DECIDED: Readonly<Record<DecisionAction, string>> = {
  APPROVE: 'approved the claim',
  OVERRIDE: 'overrode the reviewers',
  RESOLVE: 'resolved the claim',
  RETURN: 'returned the claim to the reviewers',
  DISMISS: 'dismissed the claim',
}

function decided(_event: Told, { actor, action, rating, reason }: LineFacts): SentencePart[] {
  const what = `${actor ?? 'An editor'} ${action ? DECIDED[action] : 'decided the claim'}`
  const why = action === 'RETURN' && reason ? `: “${reason}”` : '.'
  return rating ? [{ text: `${what}: ` }, rating, { text: '.' }] : [{ text: `${what}${why}` }]
}

function published(event: Told, { actor }: LineFacts): SentencePart[] {
  const about = `publication ${number(event, 'number')}, with ${counted(number(event, 'claimCount'), 'claim')}`
  return [{ text: actor ? `${actor} published ${about}.` : `Published: ${about}.` }]
}

const CORRECTED: Readonly<Record<string, string>> = {
  CLARIFICATION: 'a clarification',
  UPDATE: 'an update',
  CORRECTION: 'a correction',
  RETRACTION: 'a retraction',
}

function corrected(event: Told, { actor }: LineFacts): SentencePart[] {
  const kind = CORRECTED[String(valueIn(event, 'kind'))] ?? 'a correction'
  const what = `${kind} (correction ${number(event, 'number')})`
  return [{ text: actor ? `${actor} published ${what}.` : `Published: ${what}.` }]
}

function aboutMember(what: string): Line {
  return (event, { nameOf }) => [{ text: `${nameOf(String(valueIn(event, 'member')))} ${what}.` }]
}

function number(event: Told, name: string): number {
  const value = valueIn(event, name)
  return typeof value === 'number' ? value : 0
}

/** "Almond, Birch and Cedar"; of more than four the first three and how many others. */
function listed(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${inWords(names.length - 3)} others`
  const [last, ...others] = names.toReversed()
  return others.length === 0 ? (last ?? '') : `${others.toReversed().join(', ')} and ${last}`
}
