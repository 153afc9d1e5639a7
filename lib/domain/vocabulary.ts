/**
 * The closed lists of the glossary, spelled once: the API's contracts, the database's enums and the screens all read
 * them from here. Order is meaningful where a comment says so.
 */

/** What a member may do grows along this list: an editor may all that a reviewer may, an administrator everything. */
export const ROLES = ['REVIEWER', 'EDITOR', 'ADMIN'] as const
export type Role = (typeof ROLES)[number]

export const CLAIM_STAGES = ['OPEN', 'DECIDED', 'WITHDRAWN', 'MERGED'] as const
export type ClaimStage = (typeof CLAIM_STAGES)[number]

export const ROUND_STATES = ['OPEN', 'CLOSED'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/**
 * How a round came to its end.
 * COUNTED: its verdicts were revealed and counted.
 * RETURNED: an editor returned the claim after it closed; it counts towards no maximum.
 * ABANDONED: the claim's wording changed, or the claim was withdrawn or merged, before it closed; its verdicts stay
 * sealed for good and it counts towards no maximum.
 */
export const ROUND_ENDINGS = ['COUNTED', 'RETURNED', 'ABANDONED'] as const
export type RoundEnding = (typeof ROUND_ENDINGS)[number]

/** How sure a reviewer is of their own verdict; shown, never counted. */
export const CONFIDENCES = ['LOW', 'MEDIUM', 'HIGH'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** What a cited passage does to the claim. */
export const STANCES = ['SUPPORTS', 'REFUTES', 'CONTEXT'] as const
export type Stance = (typeof STANCES)[number]

export const DECISION_ACTIONS = ['APPROVE', 'OVERRIDE', 'RESOLVE', 'RETURN', 'DISMISS'] as const
export type DecisionAction = (typeof DECISION_ACTIONS)[number]

export const CONSENSUS_STATUSES = ['AWAITING', 'AGREED', 'SPLIT', 'ESCALATED'] as const
export type ConsensusStatus = (typeof CONSENSUS_STATUSES)[number]

/** Which clause of the rule failed, in the order the clauses are tried. */
export const SPLIT_REASONS = ['BRANCH', 'MAJORITY', 'SPREAD'] as const
export type SplitReason = (typeof SPLIT_REASONS)[number]

export const ANCHOR_STATES = ['ANCHORED', 'CHANGED', 'ORPHANED'] as const
export type AnchorState = (typeof ANCHOR_STATES)[number]

/** What a person found of a target that a new text had changed or lost. In both cases the claim is still the same. */
export const TARGET_REVIEW_ACTIONS = ['CONFIRMED', 'RETARGETED'] as const
export type TargetReviewAction = (typeof TARGET_REVIEW_ACTIONS)[number]

/** What lists and filters show of a claim: its stage, or where an open claim's latest round stands. */
export const CLAIM_STATUSES = [
  'AWAITING',
  'AGREED',
  'SPLIT',
  'ESCALATED',
  'RETURNED',
  'APPROVED',
  'DISMISSED',
  'WITHDRAWN',
  'MERGED',
] as const
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]

/** Writing direction of a statement's text, as HTML's `dir` spells it. */
export const DIRECTIONS = ['ltr', 'rtl'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What a member is told of. */
export const NOTICE_KINDS = [
  'ASSIGNED',
  'ASSIGNMENT_RETURNED',
  'MADE_LEAD',
  'MENTIONED',
  'REPLIED',
  'ROUND_OPENED',
  'ESCALATED',
  'REPORT_RECEIVED',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** By which way a claimant was asked. */
export const CONTACT_CHANNELS = ['EMAIL', 'PHONE', 'LETTER', 'FORM', 'SOCIAL_MEDIA', 'IN_PERSON', 'OTHER'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

/** What came of asking a claimant. RECORDED_IN_ERROR takes the entry back. */
export const CONTACT_RESULTS = ['REPLIED', 'NO_REPLY', 'DECLINED', 'UNDELIVERABLE', 'RECORDED_IN_ERROR'] as const
export type ContactResult = (typeof CONTACT_RESULTS)[number]

/** What a correction does to what was published, from the lightest to the gravest. */
export const CORRECTION_KINDS = ['CLARIFICATION', 'UPDATE', 'CORRECTION', 'RETRACTION'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** What the desk did about a reader's report. */
export const REPORT_OUTCOMES = ['UNDER_REVIEW', 'CORRECTED', 'NO_CHANGE'] as const
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number]
