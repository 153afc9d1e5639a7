import { type ConsensusPolicy, MIN_QUORUM } from '@/lib/domain/consensus-policy'
import type { Problem } from '@/lib/domain/problem'
import { counted, inWords } from '@/lib/domain/sentence-words'
import type { Role } from '@/lib/domain/vocabulary'

/** How many people a desk has for its two acts. Editors and administrators are in both. */
export interface DeskPeople {
  /** Members whose verdicts count: trainees' do not. */
  readonly raters: number
  /** Members who may decide: editors and administrators. */
  readonly editors: number
}

export interface Shortfall {
  /** The field of the policy to change first. */
  readonly path: Problem['path'] & ('quorum' | 'separationOfDuties')
  /** What is missing and what to change, in a sentence or two. */
  readonly message: string
  /** True where no policy could help: the desk itself is too small to agree on anything. */
  readonly isBeyondPolicy: boolean
}

type Rules = Pick<ConsensusPolicy, 'quorum' | 'separationOfDuties'>

/** The people of a desk, from its present members. */
export function peopleOf(members: readonly { readonly role: Role; readonly isTrainee?: boolean }[]): DeskPeople {
  return {
    raters: members.filter(({ isTrainee }) => !isTrainee).length,
    editors: members.filter(({ role }) => role !== 'REVIEWER').length,
  }
}

/** How many people it takes to agree on a claim and decide it: a quorum, and where duties are separated one who did not vote. */
export function peopleNeeded({ quorum, separationOfDuties }: Rules): number {
  return quorum + (separationOfDuties ? 1 : 0)
}

/**
 * What keeps a desk from ever deciding a claim under this policy; null where someone could: there is an editor, and enough
 * members vote without the one who decides.
 */
export function shortfallOf(policy: Rules, { raters, editors }: DeskPeople): Shortfall | null {
  const { quorum, separationOfDuties } = policy
  if (editors < 1) {
    return beyond('Nobody on this desk may decide. Make a member an editor.')
  }
  if (raters < MIN_QUORUM) {
    const only = raters === 0 ? 'no member whose verdict counts' : 'one member whose verdict counts'
    return beyond(`This desk has ${only}, and one rating is never called consensus. Invite more members first.`)
  }
  if (raters >= peopleNeeded(policy)) return null
  const deciding = separationOfDuties ? ' and someone to decide who did not vote' : ''
  const shortage = `This desk has ${counted(raters, 'member')} whose verdicts count; this takes ${counted(quorum, 'verdict')}${deciding}.`
  return {
    path: separationOfDuties && raters === quorum && quorum === MIN_QUORUM ? 'separationOfDuties' : 'quorum',
    message: `${shortage} ${remedy(policy, raters)}, or invite more members.`,
    isBeyondPolicy: false,
  }
}

/** What to change of the policy so that as many can agree and decide. */
function remedy({ quorum, separationOfDuties }: Rules, raters: number): string {
  const lower = (to: number) => `Lower the quorum to ${inWords(to)}`
  if (!separationOfDuties) return lower(raters)
  const isQuorumAlone = raters - 1 >= MIN_QUORUM
  if (quorum > raters) return isQuorumAlone ? lower(raters - 1) : `${lower(raters)} and let who voted also decide`
  return isQuorumAlone ? `${lower(raters - 1)}, let who voted also decide` : 'Let who voted also decide'
}

function beyond(message: string): Shortfall {
  return { path: 'quorum', message, isBeyondPolicy: true }
}
