import type { Confidence, DecisionAction, Role, RoundState, Stance } from '../../lib/domain/vocabulary'
import data from './demo.json'

type DemoCitation = { citation: string; stance: Stance }
type DemoVerdict = {
  reviewer: string
  rating: string
  confidence: Confidence
  rationale: string
  citations: DemoCitation[]
}
export type DemoRound = { round: number; state: RoundState; verdicts: DemoVerdict[] }

export type DemoClaim = {
  id: string
  claimReviewed: string
  claimant: string | null
  targets: { exact: string }[]
  rounds: DemoRound[]
  comments: { by: string; text: string }[]
  decision: {
    by: string
    action: DecisionAction
    rating: string | null
    explanation: string | null
    note: string
  } | null
}

export type DemoSource = {
  id: string
  url: string
  title: string
  publisher: string
  publishedOn: string | null
  /** What interest its publisher has in the matter, where that is noted. */
  interest?: string
  /** What it reports, in our own words. */
  finding: string
}

/** The demo desk's content: sample data, with real public sources. */
export type DemoData = {
  note: string
  statement: {
    title: string
    claimant: string
    claimantRole: string
    appearance: string
    saidOn: string | null
    language: string
    context: string
  }
  people: { id: string; name: string; email: string; role: Role }[]
  citations: DemoSource[]
  claims: DemoClaim[]
}

export const DEMO = data as DemoData // the file is ours; the seed's test holds it to these types
