import type { Consensus } from '@/lib/domain/consensus'
import type { ConsensusPolicy } from '@/lib/domain/consensus-policy'
import type { Json } from '@/lib/domain/hash'
import type { RatingKey, RatingScale } from '@/lib/domain/scale'
import type {
  AnchorState,
  ClaimStage,
  ClaimStatus,
  ConsensusStatus,
  DecisionAction,
  RoundEnding,
  RoundState,
  SplitReason,
} from '@/lib/domain/vocabulary'

/** One line of a statement's history. */
export interface HistoryEvent {
  /** 1, 2, 3 … in the statement's stream. */
  readonly seq: number
  /** Past tense, such as verdict.cast. */
  readonly type: string
  readonly claimId: string | null
  readonly ids: Json
  readonly actorId: string | null
  /** RFC 3339, UTC, milliseconds. */
  readonly at: string
}

export interface HistoryTarget {
  readonly start: number
  readonly end: number
  readonly exact: string
  /** Left out where it was highlighted: it stands there. */
  readonly anchorState?: AnchorState
}

/** What became of a passage of a claim's wording in a newer version of the text. */
export interface MappedTargetRow {
  readonly targetId: string
  readonly claimId: string
  readonly claimRevision: number
  readonly versionNumber: number
  readonly ord: number
  /** As the mapping left it. */
  readonly mapped: HistoryTarget
  /** As a person found it; null where nobody has looked at it. */
  readonly reviewed: HistoryTarget | null
}

/** A claim's fixed particulars: what it pinned when it was made. */
export interface ClaimPins {
  readonly id: string
  readonly policyVersion: number
  readonly scaleVersion: number
}

export interface WordingRow {
  readonly claimId: string
  readonly number: number
  readonly claimReviewed: string
  readonly claimant: string | null
  readonly saidOn: string | null
  /** The revision's passages in their order, in the text that it was written for. */
  readonly targets: readonly HistoryTarget[]
}

export interface VerdictContentRow {
  readonly id: string
  readonly revision: number
  /** Null for a withdrawal. */
  readonly rating: RatingKey | null
  /** Cast by a trainee: opened with the others, never counted. */
  readonly isTrainee: boolean
}

export interface DecisionContentRow {
  readonly id: string
  readonly number: number
  readonly rating: RatingKey | null
}

export interface QuorumReasonRow {
  readonly claimId: string
  readonly number: number
  readonly reason: string
}

/** The rows that a statement's events announce, each list in any order; rows that no event names are not looked at. */
export interface HistoryRows {
  readonly claims: readonly ClaimPins[]
  readonly wordings: readonly WordingRow[]
  readonly verdicts: readonly VerdictContentRow[]
  readonly decisions: readonly DecisionContentRow[]
  readonly quorumReasons: readonly QuorumReasonRow[]
  /** Left out, passages stay where they were highlighted whatever the text became. */
  readonly mappedTargets?: readonly MappedTargetRow[]
  /** Every version that one of the claims pins. */
  readonly policies: readonly (ConsensusPolicy & { readonly version: number })[]
  /** Every version that one of the claims pins. */
  readonly scales: readonly RatingScale[]
}

/** How far to replay, both ends included; with neither to the end. */
export interface HistoryMoment {
  readonly seq?: number
  /** RFC 3339. */
  readonly at?: string
}

/** A statement as its history tells it. Rounds hold what was cast also while they are sealed: whoever shows it minds the seal. */
export interface StatementState {
  /** Of the last event replayed; 0 before the first. */
  readonly seq: number
  /** Of the last event replayed; null before the first. */
  readonly at: string | null
  /** The details' revision; 0 before the statement was created. */
  readonly revision: number
  /** The text's version; 0 before the statement was created. */
  readonly version: number
  /** In the order in which they were created. */
  readonly claims: readonly ClaimState[]
  /** Oldest first. */
  readonly publications: readonly PublicationState[]
}

export interface PublicationState {
  readonly publicationId: string
  readonly number: number
  readonly byId: string | null
  readonly at: string
}

export interface ClaimState {
  readonly id: string
  readonly createdById: string | null
  readonly createdAt: string
  readonly policyVersion: number
  readonly scaleVersion: number
  readonly stage: ClaimStage
  /** The one word that lists show. */
  readonly status: ClaimStatus
  /** The wording's number. */
  readonly revision: number
  readonly claimReviewed: string
  readonly claimant: string | null
  readonly saidOn: string | null
  readonly targets: readonly HistoryTarget[]
  /** Oldest first; the last one is the current one. */
  readonly rounds: readonly RoundHistory[]
  /** What the current round says; AWAITING while it is open. */
  readonly consensus: ConsensusStatus
  /** The agreed or decided rating. After a RETURN it keeps what had been agreed, though it is no one's verdict any more. */
  readonly rating: RatingKey | null
  /** True from a RETURN until the next round. */
  readonly isReturned: boolean
  /** Since when a passage of it has not stood in the text; null while all do. */
  readonly suspendedAt: string | null
  /** Lowered for this claim; null leaves the policy's. */
  readonly quorum: { readonly quorum: number; readonly reason: string } | null
  readonly mergedIntoId: string | null
  /** In the order in which they were asked; who has stood back is not among them, who has left the desk may be. */
  readonly assigned: readonly AssignmentState[]
  /** In the order in which they stood back. */
  readonly recused: readonly { readonly memberId: string; readonly fromRound: number; readonly at: string }[]
  /** Oldest first, RETURN and lifted ones included. */
  readonly decisions: readonly DecisionState[]
  /** The decision that stands, while the stage is DECIDED. */
  readonly standingDecisionId: string | null
  /** Counts changes of wording, round and stage, as an act carries it. */
  readonly version: number
}

export interface AssignmentState {
  readonly memberId: string
  readonly byId: string | null
  readonly at: string
}

export interface RoundHistory {
  readonly number: number
  readonly state: RoundState
  /** FIRST, SPLIT, RETURNED, CLAIM_CHANGED or REOPENED. */
  readonly reason: string
  /** The wording that is rated. */
  readonly claimRevision: number
  readonly openedAt: string
  /** Null where the claim itself brought it about. */
  readonly openedById: string | null
  readonly closedAt: string | null
  /** Null where it closed by being complete. */
  readonly closedById: string | null
  /** Null while open. */
  readonly ending: RoundEnding | null
  /** What the rule said when it closed; null while open and where it was abandoned. */
  readonly outcome: Consensus | null
  readonly splitReason: SplitReason | null
  /** The standing verdicts, one a reviewer, in the order in which the reviewers first cast. */
  readonly verdicts: readonly CastState[]
}

export interface CastState {
  readonly verdictId: string
  readonly reviewerId: string
  readonly revision: number
  readonly rating: RatingKey
  /** Cast by a trainee: opened with the others, never counted. */
  readonly isTrainee: boolean
  readonly at: string
}

export interface DecisionState {
  readonly decisionId: string
  readonly number: number
  readonly round: number
  readonly action: DecisionAction
  readonly rating: RatingKey | null
  readonly byId: string | null
  readonly at: string
}

/** A history that cannot have happened: an event announces a row that is missing, or what the events before it rule out. */
export class BrokenHistory extends Error {
  readonly seq: number
  readonly claimId: string | null

  constructor({ seq, claimId, type }: Pick<HistoryEvent, 'seq' | 'claimId' | 'type'>, problem: string) {
    super(`event ${seq} (${type}): ${problem}`)
    this.name = 'BrokenHistory'
    this.seq = seq
    this.claimId = claimId
  }
}
