import type { Actor } from '@/lib/domain/actor'
import { type Consensus, consensusOf } from '@/lib/domain/consensus'
import type { DecisionBinding } from '@/lib/domain/decision-hash'
import { evidenceOfItsOwn } from '@/lib/domain/evidence'
import { countedRoundNumber } from '@/lib/domain/round'
import type { RatingScale } from '@/lib/domain/scale'
import { attendanceOf, type ClaimRecord, policyInForce } from './claim-record'
import { readRevision } from './claim-revisions'
import type { Tx } from './client'
import type { RoundRow } from './rounds'
import { readQuotes } from './targets'
import type { VerdictRow } from './verdicts'

/** A claim with its rounds and what is open to someone of its verdicts, all from one moment. */
export type ClaimMatter = {
  record: ClaimRecord
  scale: RatingScale
  rounds: readonly RoundRow[]
  verdicts: readonly VerdictRow[]
}

/** The verdicts that the rule counts in a revealed round: neither trainees' nor those of the recused. */
export function countedVerdicts(
  { record, verdicts }: Pick<ClaimMatter, 'record' | 'verdicts'>,
  round: number,
): VerdictRow[] {
  const { recused } = attendanceOf(record, round)
  return verdicts.filter(
    verdict => verdict.round === round && !verdict.isTrainee && !recused.includes(verdict.reviewerId),
  )
}

/** What a revealed round says, computed afresh. */
export function outcomeOf(matter: ClaimMatter, round: number): Consensus {
  const { record, scale, rounds } = matter
  const counted = countedVerdicts(matter, round)
  return consensusOf(counted, scale, countedRoundNumber(rounds, round), policyInForce(record))
}

/**
 * Exactly what a decision on a revealed round binds, worded as the round was rated. `inherited` is who is said to claim it
 * where the claim names nobody itself: the statement's claimant now, unless told which one it was then.
 */
export async function readBinding(
  tx: Tx,
  actor: Actor,
  matter: ClaimMatter,
  round: RoundRow,
  inherited = matter.record.statementClaimant,
): Promise<DecisionBinding> {
  const { record } = matter
  const { claimReviewed, claimant } =
    round.claimRevision === record.revision ? record : await readRevision(tx, actor, record.id, round.claimRevision)
  return {
    sentence: claimReviewed,
    claimant: claimant ?? inherited,
    quotes: await readQuotes(tx, actor, record.id, round.claimRevision),
    policyVersion: record.policyVersion,
    scaleVersion: record.scaleVersion,
    round: round.number,
    verdicts: countedVerdicts(matter, round.number).map(verdict => ({
      reviewerId: verdict.reviewerId,
      rating: verdict.rating,
      confidence: verdict.confidence,
      rationale: verdict.rationale,
      citations: verdict.citations.map(({ source, stance, quote, note }) => ({
        source: source.fingerprint,
        stance,
        quote,
        note,
      })),
    })),
    recusals: attendanceOf(record, round.number).recused,
    result: outcomeOf(matter, round.number),
  }
}

/** The verdicts of the latest round that stand far from what was agreed, with the evidence that each alone brings. */
export function farDissentsIn(matter: ClaimMatter): { reviewerId: string; rating: string; evidence: number[] }[] {
  const { round } = matter.record
  const outcome = outcomeOf(matter, round)
  const far: readonly string[] = outcome.status === 'AGREED' ? outcome.farDissents : []
  const counted = countedVerdicts(matter, round)
  const own = evidenceOfItsOwn(counted)
  return counted.flatMap(({ reviewerId, rating }, index) =>
    far.includes(rating) ? [{ reviewerId, rating, evidence: own[index] ?? [] }] : [],
  )
}
