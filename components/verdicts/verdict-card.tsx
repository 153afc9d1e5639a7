import { CitationList } from '@/components/citations/citation-list'
import { LinkedText } from '@/components/citations/linked-text'
import { verdictPlace } from '@/components/discussion/quotation'
import { QuoteButton } from '@/components/discussion/quoting'
import type { VerdictDto } from '@/lib/contracts/claims'
import { CONFIDENCE_LABELS } from './labels'

/** One reviewer's verdict: who, why, and on what it rests. Its rating is the rung it stands on. */
export function VerdictCard({ verdict, isMine = false }: { verdict: VerdictDto; isMine?: boolean }) {
  return (
    <article className="verdict" id={verdictPlace(verdict.id)} tabIndex={-1}>
      <header>
        <h4>{isMine ? `${verdict.reviewer.name} (you)` : verdict.reviewer.name}</h4>
        <span className="small">{CONFIDENCE_LABELS[verdict.confidence]} confidence</span>
      </header>
      {verdict.isTrainee ? <p className="small verdict-trainee">Trainee: seen, not counted</p> : null}
      <p className="written" dir="auto">
        <LinkedText>{verdict.rationale}</LinkedText>
      </p>
      <CitationList
        citations={verdict.citations}
        actOn={citation => <QuoteButton verdict={verdict} citation={citation} />}
      />
      <QuoteButton verdict={verdict} />
    </article>
  )
}
