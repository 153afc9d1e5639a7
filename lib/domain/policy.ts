import type { Asker, Condition, RefusalKind } from '@/lib/domain/policy-conditions'
import * as is from '@/lib/domain/policy-conditions'

/**
 * Who may do what, and when: every line is an action and all the conditions it takes, in the order they are tried.
 * First who someone is, then how things stand, so that nobody learns the state of what they may not touch.
 * What exists for an actor at all is decided before, by the scoped reads.
 */
const TABLE = {
  'workspace.read': only(is.anyMember),
  'workspace.edit': only(is.admin),
  'policy.list': only(is.anyMember),
  'policy.set': only(is.admin),
  'scale.list': only(is.anyMember),
  'scale.set': only(is.admin),

  'member.list': only(is.anyMember),
  'member.edit': only(is.admin),
  'member.remove': only(is.admin),
  'invite.list': only(is.admin),
  'invite.create': only(is.admin),
  'invite.revoke': only(is.admin),
  'password-reset.create': only(is.admin),

  'token.list': only(is.anyMember),
  'token.create': only(is.anyMember),
  'token.revoke': only(is.owner),

  'statement.list': only(is.anyMember),
  'statement.read': only(is.anyMember),
  'statement.create': only(is.anyMember),
  'statement.edit': only(is.creatorOrEditor),
  'statement.plan': only(is.editor),
  'version.list': only(is.anyMember),
  'version.add': only(is.editor),

  'claim.list': only(is.anyMember),
  'claim.read': only(is.anyMember),
  'claim.create': only(is.anyMember),
  'claim.edit': only(is.creatorOrEditor, is.claimIsOpen),
  'claim.withdraw': only(is.soleVoiceOrEditor, is.claimIsOpen),
  'claim.merge': only(is.editor, is.claimIsOpen, is.notSuspended, is.targetClaimIsOpen),
  'claim.lower-quorum': only(is.editor, is.claimIsOpen, is.notSuspended, is.roundIsOpen),
  'claim.reopen': only(is.editor, is.claimIsDecided),
  'claim.repair': only(is.soleVoiceWhileOpenOrEditor, is.claimIsOpenOrDecided, is.isSuspended),

  'verdict.cast': only(is.anyMember, is.notRecused, is.claimIsOpen, is.notSuspended, is.roundIsOpen),
  'verdict.withdraw': only(is.anyMember, is.notRecused, is.claimIsOpen, is.roundIsOpen, is.ownVerdictIsIn),
  'recusal.create': only(is.anyMember, is.notRecused, is.claimIsOpen),
  'assignment.set': only(is.editor, is.claimIsOpen),
  'assignment.spread': only(is.editor),
  'round.close': only(is.editor, is.claimIsOpen, is.notSuspended, is.roundIsOpen, is.quorumIsIn),
  'round.start': only(is.editor, is.notSuspended, is.splitOrReturned),

  'comment.list': only(is.anyMember),
  'comment.create': only(is.anyMember, is.noRoundIsOpen),
  'comment.edit': only(is.author, is.notTakenBack, is.noRoundIsOpen),
  'comment.withdraw': only(is.author, is.notTakenBack, is.noRoundIsOpen),
  'comment.resolve': only(is.anyMember, is.noRoundIsOpen),

  'decision.make': only(
    is.editor,
    is.notRecused,
    is.notItsCreator,
    is.neverCastOnIt,
    is.claimIsOpen,
    is.notSuspended,
    is.roundIsClosed,
    is.notReturned,
  ),

  'contact.list': only(is.anyMember),
  'contact.record': only(is.anyMember),
  'contact.answer': only(is.anyMember),

  'report.list': only(is.editor),
  'report.answer': only(is.editor),
  'report.forget': only(is.editor),

  'publication.list': only(is.anyMember),
  'publication.create': only(is.editor, is.notEmbargoed),
  'correction.list': only(is.anyMember),
  'correction.create': only(is.editor, is.notEmbargoed),
  'share.list': only(is.editor),
  'share.create': only(is.editor, is.notEmbargoed),
  'share.revoke': only(is.editor),

  'notice.list': only(is.anyMember),
  'notice.read': only(is.anyMember),

  'event.list': only(is.anyMember),
  'source.list': only(is.anyMember),
}

export type Action = keyof typeof TABLE

/** What `can` must be shown to judge the action: what all its conditions look at; unknown where the role alone decides. */
export type ResourceOf<A extends Action> = (typeof TABLE)[A][number] extends Condition<infer R> ? R : never

export type Permission =
  | { readonly allowed: true }
  | {
      readonly allowed: false
      readonly kind: RefusalKind
      /** A sentence for the actor. */
      readonly reason: string
    }

/**
 * Whether the actor may do this now, and if not, why. The server asks before every command, the screens before they
 * show a button. Throws TypeError where an action that depends on its resource is judged without one.
 */
export function can<A extends Action>(actor: Asker, action: A, resource?: ResourceOf<A>): Permission {
  for (const { kind, needsResource, refusal } of conditionsOf(action)) {
    if (needsResource && resource === undefined) throw new TypeError(`${action} cannot be judged without its resource`)
    const reason = refusal(actor, resource)
    if (reason !== null) return { allowed: false, kind, reason }
  }
  return { allowed: true }
}

export interface PermissionRow {
  readonly action: Action
  /** Who, in words; all of them must be true of the actor. */
  readonly who: readonly string[]
  /** When, in words; empty for always. */
  readonly when: readonly string[]
}

/** The table in words, for the documentation. */
export const permissionTable: readonly PermissionRow[] = actions().map(action => ({
  action,
  who: sayings(action, 'role'),
  when: sayings(action, 'state'),
}))

function sayings(action: Action, kind: RefusalKind): string[] {
  return conditionsOf(action)
    .filter(condition => condition.kind === kind)
    .map(({ says }) => says)
}

function actions(): Action[] {
  // Object.keys loses the literal keys; TABLE is not extended anywhere.
  return Object.keys(TABLE) as Action[]
}

function conditionsOf(action: Action): readonly Condition<unknown>[] {
  // Each line's conditions take that line's resource, which `can` ties to the action; the compiler cannot follow a lookup.
  return TABLE[action] as readonly Condition<unknown>[]
}

function only<C extends readonly Condition<never>[]>(...conditions: C): C {
  return conditions
}
