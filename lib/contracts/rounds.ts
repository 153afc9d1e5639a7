import { z } from 'zod'
import { CONFIDENCES, CONSENSUS_STATUSES, DECISION_ACTIONS, ROUND_ENDINGS, ROUND_STATES } from '@/lib/domain/vocabulary'
import { Person, Sentence } from './people'
import { Id, Timestamp } from './scalars'
import { Citation } from './sources'

/** What everyone may know of a round, sealed or not. Trainees are in no number. */
export const RoundSummary = z
  .object({
    number: z.int(),
    state: z.enum(ROUND_STATES),
    cast: z.int(),
    missing: z.int(),
    quorum: z.int(),
  })
  .meta({ id: 'RoundSummary' })

export const Verdict = z
  .object({
    id: Id,
    reviewer: Person,
    rating: z.string(),
    confidence: z.enum(CONFIDENCES),
    rationale: z.string(),
    citations: z.array(Citation),
    /** Cast by a trainee: seen with the others, never counted. */
    isTrainee: z.boolean(),
    castAt: Timestamp,
  })
  .meta({ id: 'Verdict' })
export type VerdictDto = z.infer<typeof Verdict>

/** Someone asked to rate a claim, or who has. No round waits for a trainee, nor counts one. */
export const Seated = Person.extend({ isTrainee: z.boolean() }).meta({ id: 'Seated' })

export const Round = RoundSummary.extend({
  /** Why it was opened. */
  reason: z.enum(['FIRST', 'SPLIT', 'RETURNED', 'CLAIM_CHANGED', 'REOPENED']),
  openedAt: Timestamp,
  closedAt: Timestamp.nullable(),
  ending: z.enum(ROUND_ENDINGS).nullable(),
  /** Its number among the rounds that count, from 1: what the rule asks for. */
  countedRound: z.int(),
  /** Who has cast, trainees too: known to all, also while sealed. */
  castBy: z.array(Seated),
  /** Everyone's verdicts once closed; while sealed, or when abandoned, the caller's own alone. */
  verdicts: z.array(Verdict),
  consensus: z.enum(CONSENSUS_STATUSES),
  rating: z.string().nullable(),
  /** What the status is and why, in one sentence. */
  sentence: Sentence,
  /** Which clause of the rule decided it; null while sealed. */
  clause: z.string().nullable(),
  /** The least that would change it: verdicts that differ, or, while it is open, what ends the wait. Null where nothing can be said. */
  change: Sentence.nullable(),
}).meta({ id: 'Round' })
export type RoundDto = z.infer<typeof Round>

export const Decision = z
  .object({
    id: Id,
    action: z.enum(DECISION_ACTIONS),
    rating: z.string().nullable(),
    explanation: z.string().nullable(),
    reason: z.string().nullable(),
    ratedAsOf: z.string().nullable(),
    decider: Person,
    at: Timestamp,
    round: z.int(),
    boundHash: z.string(),
  })
  .meta({ id: 'Decision' })
export type DecisionDto = z.infer<typeof Decision>
