import {
  type Consensus,
  type Escalated,
  FAR_DISSENT_FROM_ROUND,
  FAR_DISSENT_FROM_VERDICTS,
  type Split,
} from '@/lib/domain/consensus'
import { type ConsensusPolicy, MIN_QUORUM } from '@/lib/domain/consensus-policy'
import { counted, inWords, majorityInWords, plural } from '@/lib/domain/sentence-words'

/** Which clause of the desk's rule decided the status, in one sentence. `policy` is the one in force for the claim, a lowered quorum included. */
export function clauseSentence(consensus: Consensus, policy: ConsensusPolicy): string {
  const majority = majorityInWords(policy)
  switch (consensus.status) {
    case 'AWAITING':
      return consensus.unreachable
        ? `An editor may lower this claim’s quorum, to no fewer than ${inWords(MIN_QUORUM)}, with a reason that is published.`
        : `Agreement needs at least ${inWords(policy.quorum)} verdicts.`
    case 'AGREED': {
      if (!consensus.isOnScale) return `${reached(majority)} gave this one answer off the scale.`
      if (consensus.farDissents.length === 0) return `${reached(majority)} gave this rating, and ${within(policy)}.`
      return `${reached(majority)} gave this rating, and all but one ${lie(policy)}; ${onceFar()}.`
    }
    case 'SPLIT':
      return `${neededFor(consensus, policy)}.`
    case 'ESCALATED':
      return `${neededFor(consensus, policy)}; after ${counted(policy.maxRounds, 'round')} an editor resolves the claim.`
  }
}

function neededFor({ reason, round, of }: Split | Escalated, policy: ConsensusPolicy): string {
  const needs = `Agreement needs ${majorityInWords(policy)}`
  switch (reason) {
    case 'BRANCH':
      return `${needs} on the scale, or on one answer off it`
    case 'MAJORITY':
      return `${needs} on one rating`
    case 'SPREAD': {
      const isOneSpared = round >= FAR_DISSENT_FROM_ROUND && of >= FAR_DISSENT_FROM_VERDICTS
      return `${needs} on one rating, and all${isOneSpared ? ' but one' : ''} ${inside(policy)}`
    }
  }
}

/** How the desk decides, for readers: the whole rule as a paragraph, from the policy alone. */
export function ruleSentence(policy: ConsensusPolicy): string {
  const { quorum, spread, maxRounds, separationOfDuties } = policy
  const majority = majorityInWords(policy)
  const again =
    maxRounds === 1
      ? 'otherwise an editor resolves the claim'
      : `otherwise they discuss and vote again, up to ${inWords(maxRounds)} times in all, and then an editor resolves the claim`
  // Where all must give one rating there is nothing left to be apart or far away.
  const together = majority === 'all' ? '' : ` and, on the scale, ${togetherness(spread)}`
  const far =
    majority === 'all' || maxRounds < FAR_DISSENT_FROM_ROUND
      ? []
      : [
          `From the second vote on, where ${inWords(FAR_DISSENT_FROM_VERDICTS)} or more have voted, one verdict further away does not block; the explanation answers it.`,
        ]
  const editor = separationOfDuties ? 'An editor who neither wrote the claim nor voted on it' : 'An editor'
  return [
    'Reviewers rate each claim without seeing one another’s verdicts.',
    'All verdicts open together.',
    `A rating stands when at least ${inWords(quorum)} have voted${majority === 'all' ? ' and' : ','} ${majority} give the same one${together}; ${again}.`,
    ...far,
    `${editor} approves, or decides otherwise and says why.`,
  ].join(' ')
}

function reached(majority: string): string {
  return majority === 'all' ? 'All' : `At least ${majority}`
}

function within(policy: ConsensusPolicy): string {
  return policy.spread === 0 ? 'no other on the scale was given' : `all on the scale ${lie(policy)}`
}

function lie(policy: ConsensusPolicy): string {
  return `lie ${inside(policy)}`
}

/** "within one step", or for spread 0 "on the same step". */
function inside({ spread }: Pick<ConsensusPolicy, 'spread'>): string {
  return spread === 0 ? 'on the same step' : `within ${inWords(spread)} ${plural(spread, 'step')}`
}

function togetherness(spread: number): string {
  return spread === 0 ? 'no other rating is given' : `all lie ${inside({ spread })} of each other`
}

function onceFar(): string {
  return `from round ${FAR_DISSENT_FROM_ROUND}, with ${inWords(FAR_DISSENT_FROM_VERDICTS)} verdicts or more, one further away does not block`
}
