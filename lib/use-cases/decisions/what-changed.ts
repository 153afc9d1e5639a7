import type { Tx } from '@/lib/db/client'
import { type ClaimMatter, countedVerdicts, readBinding } from '@/lib/db/decision-binding'
import type { RoundRow } from '@/lib/db/rounds'
import { listClaimants } from '@/lib/db/statements'
import { readQuotes } from '@/lib/db/targets'
import type { Actor } from '@/lib/domain/actor'
import { type DecisionBinding, decisionHash } from '@/lib/domain/decision-hash'
import { isRevealed } from '@/lib/domain/round'
import { counted } from '@/lib/domain/sentence-words'

const AND_NOW = 'Look again, then decide.'

/**
 * What has happened to a claim since an editor saw it, in a sentence. What they saw is found among the claim's closed
 * rounds by its hash; what is sealed now is not compared.
 */
export async function whatChanged(tx: Tx, actor: Actor, matter: ClaimMatter, seenHash: string): Promise<string> {
  const seen = await findSeen(tx, actor, matter, seenHash)
  if (!seen) return `What you saw is not how this claim stands. ${AND_NOW}`
  const { record, rounds } = matter
  const changes = [
    ...(await wordingChanges(tx, actor, matter, seen)),
    ...rounds.filter(({ number }) => number > seen.round).map(round => roundChange(round)),
    ...verdictChanges(matter, seen),
    ...(record.stage === 'DECIDED' ? ['it was decided'] : []),
  ]
  return `This claim changed while you were reading: ${changes.join('; ')}. ${AND_NOW}`
}

async function findSeen(
  tx: Tx,
  actor: Actor,
  matter: ClaimMatter,
  seenHash: string,
): Promise<DecisionBinding | undefined> {
  const claimants = await listClaimants(tx, actor, matter.record.statementId)
  for (const round of matter.rounds.filter(isRevealed)) {
    const binding = await readBinding(tx, actor, matter, round)
    const seen = [binding, ...claimants.map(claimant => ({ ...binding, claimant }))]
    const found = seen.find(candidate => decisionHash(candidate) === seenHash)
    if (found) return found
  }
  return undefined
}

async function wordingChanges(tx: Tx, actor: Actor, { record }: ClaimMatter, seen: DecisionBinding): Promise<string[]> {
  const quotes = await readQuotes(tx, actor, record.id, record.revision)
  return [
    ...(record.claimReviewed === seen.sentence ? [] : ['the sentence was edited']),
    ...((record.claimant ?? record.statementClaimant) === seen.claimant ? [] : ['the claimant was changed']),
    ...(quotes.join('\n') === seen.quotes.join('\n') ? [] : ['the passages were changed']),
  ]
}

function roundChange({ number, state, ending, reason }: RoundRow): string {
  const began = reason === 'REOPENED' ? `it was reopened with round ${number}` : `round ${number} was started`
  if (state === 'OPEN') return `${began}, which is open`
  return ending === 'ABANDONED' ? `${began} and abandoned` : `${began} and has closed`
}

/** Of the latest round, once it is open to the desk. */
function verdictChanges(matter: ClaimMatter, seen: DecisionBinding): string[] {
  const latest = matter.rounds.at(-1)
  if (!latest || !isRevealed(latest)) return []
  const isNew = ({ reviewerId, rating, rationale }: { reviewerId: string; rating: string; rationale: string }) =>
    !seen.verdicts.some(old => old.reviewerId === reviewerId && old.rating === rating && old.rationale === rationale)
  const fresh = countedVerdicts(matter, latest.number).filter(isNew).length
  if (fresh === 0) return []
  return [fresh === 1 ? 'one verdict is new' : `${counted(fresh, 'verdict')} are new`]
}
