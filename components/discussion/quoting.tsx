'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { CommentQuoteDto } from '@/lib/contracts/discussion'
import type { VerdictDto } from '@/lib/contracts/rounds'
import type { CitationDto } from '@/lib/contracts/sources'
import { isRevealed } from '@/lib/domain/round'

/** What is to be quoted: a verdict, or one of its citations. */
export type QuoteRef = { verdictId: string; citationId: string | null }

type Quoting = {
  /** Ids of the verdicts that may be quoted now; empty while nobody may write. */
  quotable: ReadonlySet<string>
  /** What was asked for and no form has taken yet. */
  asked: QuoteRef | null
  ask: (quote: QuoteRef | null) => void
}

const NOTHING: Quoting = { quotable: new Set(), asked: null, ask: () => {} }
const QuotingContext = createContext<Quoting>(NOTHING)

/** Lets the verdicts of a claim be quoted in its discussion, both of which stand inside. */
export function QuotingProvider({ claim, children }: { claim: ClaimDto; children: ReactNode }) {
  const [asked, ask] = useState<QuoteRef | null>(null)
  const { rounds } = claim
  const mayWrite = claim.may.comment.allowed
  const quoting = useMemo(() => {
    const quotable = mayWrite ? rounds.filter(isRevealed).flatMap(({ verdicts }) => verdicts.map(({ id }) => id)) : []
    return { quotable: new Set(quotable), asked, ask }
  }, [rounds, mayWrite, asked])
  return <QuotingContext value={quoting}>{children}</QuotingContext>
}

/** What may be quoted, and the asking; nothing where there is no discussion around. */
export function useQuoting(): Quoting {
  return useContext(QuotingContext)
}

type ButtonProps = { verdict: VerdictDto; citation?: CitationDto }

/** Takes a verdict, or one of its citations, into the comment that is being written. Nothing where that cannot be. */
export function QuoteButton({ verdict, citation }: ButtonProps) {
  const { quotable, ask } = useQuoting()
  if (!quotable.has(verdict.id)) return null
  const what = citation ? (citation.source.publisher ?? citation.source.title) : `${verdict.reviewer.name}’s verdict`
  return (
    <button
      type="button"
      className="link small quote-button"
      aria-label={`Quote in discussion: ${what}`}
      title="Quote in discussion"
      onClick={() => ask({ verdictId: verdict.id, citationId: citation?.id ?? null })}
    >
      {citation ? 'Quote' : 'Quote in discussion'}
    </button>
  )
}

/** The quotation as the comment will show it; null where the claim has nothing of the kind any more. */
export function quoteFrom(
  { rounds }: Pick<ClaimDto, 'rounds'>,
  { verdictId, citationId }: QuoteRef,
): CommentQuoteDto | null {
  for (const round of rounds.filter(isRevealed)) {
    const verdict = round.verdicts.find(({ id }) => id === verdictId)
    const citation = verdict?.citations.find(({ id }) => id === citationId) ?? null
    if (!verdict || (citationId !== null && !citation)) continue
    const { rating, reviewer } = verdict
    return {
      verdictId,
      citationId,
      round: round.number,
      reviewer,
      rating,
      stance: citation?.stance ?? null,
      source: citation?.source ?? null,
      text: citation ? (citation.quote ?? citation.note ?? '') : verdict.rationale,
    }
  }
  return null
}
