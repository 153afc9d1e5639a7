import type { People } from './claim-people'
import type { CitationRow, VerdictRow } from './verdicts'

/** A verdict that is open to the reader, with its reviewer's name. */
export function presentVerdict(verdict: VerdictRow, people: People) {
  return {
    id: verdict.id,
    reviewer: people.of(verdict.reviewerId),
    rating: verdict.rating,
    confidence: verdict.confidence,
    rationale: verdict.rationale,
    isTrainee: verdict.isTrainee,
    citations: verdict.citations.map(presentCitation),
    castAt: verdict.castAt.toISOString(),
  }
}

function presentCitation({ id, stance, quote, note, source }: CitationRow) {
  return {
    id,
    stance,
    quote,
    note,
    source: {
      id: source.id,
      type: source.type,
      title: source.title,
      author: source.author,
      publisher: source.publisher,
      publishedOn: source.publishedOn,
      url: source.url,
      reference: source.reference,
      archiveUrl: source.archiveUrl,
      retrievedOn: source.retrievedOn,
      interest: source.interest,
    },
  }
}
