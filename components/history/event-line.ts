import type { ClaimDto, DecisionDto } from '@/lib/contracts/claims'
import type { EventDto } from '@/lib/contracts/events'

type Told = Pick<ClaimDto, 'rounds' | 'decisions'>

/** What happened, as one says it. Where it is someone's act, `actor` did it; otherwise it came about. */
export type EventLine = { actor: string | null; text: string }

const ACTS: Readonly<Record<string, string>> = {
  'claim.created': 'highlighted the claim',
  'claim.edited': 'changed the claim',
  'claim.withdrawn': 'withdrew the claim',
  'claim.merged': 'merged it with another claim',
  'claim.quorum-lowered': 'lowered the quorum',
  'claim.reopened': 'reopened it',
  'verdict.cast': 'cast a verdict',
  'verdict.withdrawn': 'withdrew a verdict',
  'reviewers.assigned': 'said who is asked',
  'reviewer.recused': 'stood back',
  'comment.added': 'commented',
  'comment.edited': 'reworded a comment',
  'comment.withdrawn': 'took a comment back',
  'comment.resolved': 'resolved a thread',
  'comment.unresolved': 'took a thread up again',
}

const DECISIONS: Readonly<Record<DecisionDto['action'], string>> = {
  APPROVE: 'approved it',
  OVERRIDE: 'overrode the reviewers',
  RESOLVE: 'resolved it',
  RETURN: 'returned it',
  DISMISS: 'dismissed it',
}

/** An event of a claim in plain words. Decisions and rounds are told apart by the moment the one clock gave both. */
export function eventLine({ type, at, actor }: Pick<EventDto, 'type' | 'at' | 'actor'>, claim: Told): EventLine {
  const name = actor?.name ?? null
  switch (type) {
    case 'claim.decided': {
      const decision = claim.decisions.find(one => one.at === at)
      return { actor: name, text: decision ? DECISIONS[decision.action] : 'decided it' }
    }
    case 'round.opened': {
      const round = claim.rounds.find(({ openedAt }) => openedAt === at)
      return { actor: null, text: round ? `Round ${round.number} started, sealed` : 'A round started, sealed' }
    }
    case 'round.closed': {
      const round = claim.rounds.find(({ closedAt }) => closedAt === at)
      return { actor: null, text: round ? `Round ${round.number} closed, ${opened(round.cast)}` : 'The round closed' }
    }
    case 'round.abandoned':
      return { actor: null, text: 'The round ended unopened' }
    default:
      return { actor: name, text: ACTS[type] ?? type.replace(/[.-]/g, ' ') }
  }
}

function opened(count: number): string {
  return count === 1 ? '1 verdict opened' : `${count} verdicts opened`
}
