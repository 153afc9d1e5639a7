import { CitationList } from '@/components/citations/citation-list'
import { LinkedText } from '@/components/citations/linked-text'
import { verdictPlace } from '@/components/discussion/quotation'
import { QuoteButton } from '@/components/discussion/quoting'
import type { VerdictDto } from '@/lib/contracts/rounds'
import { CONFIDENCE_LABELS } from './labels'

type Props = {
  verdict: VerdictDto
  isMine?: boolean
  /** Whether it is the one verdict that stands far from what was agreed. */
  isFar?: boolean
  /** Whether it is shown elsewhere too: that is then where quotations lead and begin. */
  isCopy?: boolean
}

/** One reviewer's verdict: who, why, and on what it rests. Its rating is the rung it stands on. */
export function VerdictCard({ verdict, isMine = false, isFar = false, isCopy = false }: Props) {
  return (
    <article className="verdict" {...(isCopy ? {} : { id: verdictPlace(verdict.id), tabIndex: -1 })}>
      <header>
        <h4>{isMine ? `${verdict.reviewer.name} (you)` : verdict.reviewer.name}</h4>
        <span className="small">{CONFIDENCE_LABELS[verdict.confidence]} confidence</span>
      </header>
      {isFar && !verdict.isTrainee ? <p className="verdict-far">Far dissent: the explanation answers it</p> : null}
      {verdict.isTrainee ? <p className="small verdict-trainee">Trainee: seen, not counted</p> : null}
      <p className="written" dir="auto">
        <LinkedText>{verdict.rationale}</LinkedText>
      </p>
      <CitationList
        citations={verdict.citations}
        {...(isCopy ? {} : { actOn: citation => <QuoteButton verdict={verdict} citation={citation} /> })}
      />
      {isCopy ? null : <QuoteButton verdict={verdict} />}
    </article>
  )
}
