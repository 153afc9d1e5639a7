import type { Actor } from '@/lib/domain/actor'
import { momentInWords } from '@/lib/domain/moment-words'
import { closedStageProblem, nextRoundProblem } from '@/lib/domain/round'
import { claimStatus } from '@/lib/domain/status'
import {
  type ClaimStage,
  type ConsensusStatus,
  type DecisionAction,
  ROLES,
  type Role,
  type RoundState,
} from '@/lib/domain/vocabulary'

/** What permission looks at in an actor. */
export type Asker = Pick<Actor, 'memberId' | 'role'>

/** What permission needs to know of a claim, as seen by the actor. The server's scoped read and the screens both hold it. */
export interface ClaimFacts {
  readonly stage: ClaimStage
  readonly createdById: string
  /** The latest round's state. */
  readonly roundState: RoundState
  /** The latest round's consensus; AWAITING while it is open. */
  readonly consensus: ConsensusStatus
  /** The latest decision made on the latest round; null where there is none. */
  readonly lastAction: DecisionAction | null
  /** How many verdicts stand in the latest round, those of recused members left out. */
  readonly count: number
  /** The quorum in force for this claim. */
  readonly quorum: number
  /** Whether the actor's own verdict stands in the latest round. */
  readonly castByMe: boolean
  /** Whether the actor has ever cast on the claim, in any round, also a verdict taken back since. */
  readonly castEverByMe: boolean
  /** Whether a verdict of anyone but the actor stands in any round of the claim. */
  readonly othersHaveCast: boolean
  /** Whether the actor is recused from the claim. */
  readonly recusedMe: boolean
  /** The claim's policy flag: who rated or created it does not decide it. */
  readonly separationOfDuties: boolean
  /** Whether the current text changed or lost one of its passages, and nobody has decided yet what becomes of it. */
  readonly isSuspended: boolean
}

export interface StatementFacts {
  readonly createdById: string
}

export interface EmbargoFacts {
  /** Until when nothing of the statement may be published or shared, in RFC 3339; null once that has passed. */
  readonly embargoUntil: string | null
}

export interface TokenFacts {
  readonly memberId: string
}

export interface CommentFacts {
  readonly authorId: string
  /** Whether its author has taken it back. */
  readonly isWithdrawn: boolean
}

/** `role`: this person may not, whatever happens (403). `state`: not as things stand (409). */
export type RefusalKind = 'role' | 'state'

/** One condition of an action. */
export interface Condition<R> {
  readonly kind: RefusalKind
  /** As the permission table says it. */
  readonly says: string
  /** Whether it looks at the resource. */
  readonly needsResource: boolean
  /** Why it does not hold, in a sentence for the actor; null when it does. */
  readonly refusal: (actor: Asker, resource: R) => string | null
}

/** Roles are cumulative: an administrator is also an editor, an editor also a reviewer. */
export function hasRole({ role }: Pick<Asker, 'role'>, wanted: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(wanted)
}

export const anyMember = byRole('REVIEWER', 'any member', 'Only members of the desk can do this.')
export const editor = byRole('EDITOR', 'an editor', 'Only editors and administrators can do this.')
export const admin = byRole('ADMIN', 'an administrator', 'Only administrators can do this.')

export const creatorOrEditor = aboutPerson<StatementFacts>('its creator, or an editor', (actor, { createdById }) =>
  actor.memberId === createdById || hasRole(actor, 'EDITOR') ? null : 'Only who created it, or an editor, can do this.',
)

export const soleVoiceOrEditor = aboutPerson<Pick<ClaimFacts, 'createdById' | 'othersHaveCast'>>(
  'its creator while no one else has cast, or an editor',
  (actor, { createdById, othersHaveCast }) => {
    if (hasRole(actor, 'EDITOR')) return null
    if (actor.memberId !== createdById) return 'Only who created the claim, or an editor, can withdraw it.'
    return othersHaveCast ? 'Others have cast verdicts on this claim by now: ask an editor to withdraw it.' : null
  },
)

export const soleVoiceWhileOpenOrEditor = aboutPerson<Pick<ClaimFacts, 'createdById' | 'othersHaveCast' | 'stage'>>(
  'its creator while it is open and no one else has cast, or an editor',
  (actor, { createdById, othersHaveCast, stage }) => {
    if (hasRole(actor, 'EDITOR')) return null
    if (actor.memberId !== createdById) return 'Only who created the claim, or an editor, can do this.'
    if (stage === 'DECIDED') return 'This claim is decided: ask an editor to look at its passages.'
    return othersHaveCast
      ? 'Others have cast verdicts on this claim by now: ask an editor to look at its passages.'
      : null
  },
)

export const owner = aboutPerson<TokenFacts>('its owner', (actor, { memberId }) =>
  actor.memberId === memberId ? null : 'This belongs to another member.',
)

export const author = aboutPerson<Pick<CommentFacts, 'authorId'>>('its author', (actor, { authorId }) =>
  actor.memberId === authorId ? null : 'Only who wrote a comment can change it or take it back.',
)

export const notRecused = aboutPerson<Pick<ClaimFacts, 'recusedMe'>>(
  'not recused from the claim',
  (_actor, { recusedMe }) => (recusedMe ? 'You have recused yourself from this claim.' : null),
)

export const notItsCreator = aboutPerson<Pick<ClaimFacts, 'createdById' | 'separationOfDuties'>>(
  'not the claim’s creator, where duties are separated',
  (actor, { createdById, separationOfDuties }) =>
    separationOfDuties && actor.memberId === createdById
      ? 'You created this claim, so another editor decides it.'
      : null,
)

export const neverCastOnIt = aboutPerson<Pick<ClaimFacts, 'castEverByMe' | 'separationOfDuties'>>(
  'has cast no verdict on the claim, where duties are separated',
  (_actor, { castEverByMe, separationOfDuties }) =>
    separationOfDuties && castEverByMe ? 'You cast a verdict on this claim, so another editor decides it.' : null,
)

export const claimIsOpen = aboutState<Pick<ClaimFacts, 'stage'>>('the claim is open', ({ stage }) =>
  stage === 'OPEN' ? null : closedStageProblem(stage),
)

export const claimIsDecided = aboutState<Pick<ClaimFacts, 'stage'>>('the claim is decided', ({ stage }) => {
  if (stage === 'DECIDED') return null
  return stage === 'OPEN' ? 'This claim has not been decided yet.' : closedStageProblem(stage)
})

export const claimIsOpenOrDecided = aboutState<Pick<ClaimFacts, 'stage'>>(
  'the claim is open or decided',
  ({ stage }) => (stage === 'OPEN' || stage === 'DECIDED' ? null : closedStageProblem(stage)),
)

export const notSuspended = aboutState<Pick<ClaimFacts, 'isSuspended'>>('its passages stand', ({ isSuspended }) =>
  isSuspended
    ? 'The text changed under this claim. Look at its passages first: confirm, move or select them again.'
    : null,
)

export const isSuspended = aboutState<Pick<ClaimFacts, 'isSuspended'>>('a passage of it changed or went', claim =>
  claim.isSuspended ? null : 'Every passage of this claim stands in the current text.',
)

export const targetClaimIsOpen = aboutState<{
  readonly into?: Pick<ClaimFacts, 'stage' | 'isSuspended'> | undefined
}>('so is the one it goes into', ({ into }) => {
  if (into && into.stage !== 'OPEN') return 'The claim to merge into is no longer open. Choose another.'
  return into?.isSuspended ? 'The text changed under the claim to merge into. Look at its passages first.' : null
})

export const roundIsOpen = aboutState<Pick<ClaimFacts, 'roundState'>>('the round is open', ({ roundState }) =>
  roundState === 'OPEN' ? null : 'This round has closed. Verdicts can be cast again when the next one starts.',
)

export const roundIsClosed = aboutState<Pick<ClaimFacts, 'roundState'>>('the round is closed', ({ roundState }) =>
  roundState === 'CLOSED'
    ? null
    : 'The round is still open. Wait for it to close, or close it once enough verdicts are in.',
)

export const noRoundIsOpen = aboutState<Pick<ClaimFacts, 'roundState'>>('no round is open', ({ roundState }) =>
  roundState === 'CLOSED' ? null : 'Discussion waits until the round closes.',
)

export const notTakenBack = aboutState<Pick<CommentFacts, 'isWithdrawn'>>('it was not taken back', ({ isWithdrawn }) =>
  isWithdrawn ? 'This comment was taken back.' : null,
)

export const notEmbargoed = aboutState<EmbargoFacts>('it is not under embargo', ({ embargoUntil }) =>
  embargoUntil === null
    ? null
    : `Under embargo until ${momentInWords(embargoUntil)}. An editor can lift it in the plan.`,
)

export const quorumIsIn = aboutState<Pick<ClaimFacts, 'count' | 'quorum'>>('a quorum has cast', ({ count, quorum }) =>
  count >= quorum ? null : `${count} of ${quorum} verdicts are in. The round can close at ${quorum}.`,
)

export const ownVerdictIsIn = aboutState<Pick<ClaimFacts, 'castByMe'>>('their own verdict is in', ({ castByMe }) =>
  castByMe ? null : 'You have no verdict in this round.',
)

export const notReturned = aboutState<Pick<ClaimFacts, 'lastAction'>>('it was not returned', ({ lastAction }) =>
  lastAction === 'RETURN' ? 'This claim was returned. Its next round comes before a decision.' : null,
)

export const splitOrReturned = aboutState<Pick<ClaimFacts, 'stage' | 'roundState' | 'consensus' | 'lastAction'>>(
  'it is split or was returned',
  claim => nextRoundProblem({ status: claimStatus(claim) }),
)

function byRole(role: Role, says: string, sentence: string): Condition<unknown> {
  return { kind: 'role', says, needsResource: false, refusal: actor => (hasRole(actor, role) ? null : sentence) }
}

function aboutPerson<R>(says: string, refusal: Condition<R>['refusal']): Condition<R> {
  return { kind: 'role', says, needsResource: true, refusal }
}

function aboutState<R>(says: string, refusal: (resource: R) => string | null): Condition<R> {
  return { kind: 'state', says, needsResource: true, refusal: (_actor, resource) => refusal(resource) }
}
