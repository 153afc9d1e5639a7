import {
  type Anyone,
  type Claim,
  type Desk,
  isEditor,
  isHere,
  isSuspended,
  lastDecision,
  latest,
  quorumOf,
  statusOf,
  votersOf,
} from './desk-state'

/** What may be done with a claim, by the names of its DTO's `may`. */
export const RIGHTS = [
  'edit',
  'withdraw',
  'merge',
  'castVerdict',
  'withdrawVerdict',
  'closeRound',
  'startRound',
  'assign',
  'recuse',
  'decide',
  'reopen',
  'comment',
  'lowerQuorum',
  'repair',
] as const
export type Right = (typeof RIGHTS)[number]

/** Whether someone may do this with the claim now: who they are and how it stands, without what they would send. */
export function mayDo(desk: Desk, who: Anyone, claim: Claim, right: Right): boolean {
  if (!isHere(desk, who)) return false
  const round = latest(claim)
  const edits = isEditor(desk, who)
  const isMine = claim.creator === who
  const isIn = !claim.stoodBack.has(who)
  const isOpen = claim.stage === 'OPEN'
  const isAloneInIt = isMine && claim.rounds.every(({ votes }) => [...votes.keys()].every(name => name === who))
  /** Nothing that rests on the words goes on while the text has others. */
  const goesOn = isOpen && !isSuspended(desk, claim)
  switch (right) {
    case 'edit':
      return isOpen && (edits || isMine)
    case 'withdraw':
      return isOpen && (edits || isAloneInIt)
    case 'merge':
      return goesOn && edits
    case 'assign':
      return isOpen && edits
    case 'castVerdict':
      return goesOn && isIn && round.isOpen
    case 'withdrawVerdict':
      return isOpen && isIn && round.isOpen && round.votes.has(who)
    case 'closeRound':
      return goesOn && edits && round.isOpen && votersOf(claim, round).length >= quorumOf(claim)
    case 'startRound':
      return goesOn && edits && ['SPLIT', 'RETURNED'].includes(statusOf(claim))
    case 'recuse':
      return isOpen && isIn
    case 'decide': {
      const isPartial = isMine || claim.everVoted.has(who)
      const isFree = !claim.policy.separatesDuties || !isPartial
      return goesOn && edits && isIn && isFree && !round.isOpen && lastDecision(claim)?.action !== 'RETURN'
    }
    case 'reopen':
      return edits && claim.stage === 'DECIDED'
    case 'comment':
      return !round.isOpen
    case 'lowerQuorum':
      return goesOn && edits && round.isOpen
    case 'repair':
      return isSuspended(desk, claim) && (edits || (isOpen && isAloneInIt))
  }
}
