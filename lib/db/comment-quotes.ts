import type { Actor } from '@/lib/domain/actor'
import { excerptOf } from '@/lib/domain/excerpt'
import { isRevealed } from '@/lib/domain/round'
import type { People } from './claim-people'
import type { Tx } from './client'
import { readRounds } from './rounds'
import { readVerdicts, type VerdictRow } from './verdicts'

/** How much of a rationale or passage a quotation carries, in UTF-16 units. */
const QUOTED_LENGTH = 500

export type QuoteRef = { quotedVerdictId: string | null; quotedCitationId: string | null }

/**
 * The verdicts of a claim that may be quoted: those that stand in rounds open to every member of the desk. One's own in
 * a sealed or abandoned round, which the seal lets one read, is not among them.
 */
export async function readQuotable(tx: Tx, actor: Actor, claimId: string): Promise<VerdictRow[]> {
  const rounds = await readRounds(tx, actor, claimId)
  const revealed = rounds.filter(isRevealed).map(({ number }) => number)
  const verdicts = await readVerdicts(tx, actor, [claimId])
  return verdicts.filter(({ round }) => revealed.includes(round))
}

/** The verdict that is quoted, and the citation if it is one of its citations; null where nothing of these is quoted. */
export function findQuoted(verdicts: readonly VerdictRow[], { quotedVerdictId, quotedCitationId }: QuoteRef) {
  if (quotedVerdictId !== null) {
    const verdict = verdicts.find(({ id }) => id === quotedVerdictId)
    return verdict ? { verdict, citation: null } : null
  }
  for (const verdict of verdicts) {
    const citation = verdict.citations.find(({ id }) => id === quotedCitationId)
    if (citation) return { verdict, citation }
  }
  return null
}

/** What a comment quotes, for whoever reads it; null where it quotes nothing. */
export function presentQuote(verdicts: readonly VerdictRow[], ref: QuoteRef, people: People) {
  const quoted = findQuoted(verdicts, ref)
  if (!quoted) return null
  const { verdict, citation } = quoted
  const source = citation?.source
  return {
    verdictId: verdict.id,
    citationId: citation?.id ?? null,
    round: verdict.round,
    reviewer: people.of(verdict.reviewerId),
    rating: verdict.rating,
    stance: citation?.stance ?? null,
    source: source ? { title: source.title, publisher: source.publisher, url: source.url } : null,
    text: excerptOf(citation ? (citation.quote ?? citation.note ?? '') : verdict.rationale, QUOTED_LENGTH),
  }
}
