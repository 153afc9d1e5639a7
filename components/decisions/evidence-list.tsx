import { Passage, SourceLine } from '@/components/citations/citation-list'
import { STANCE_LABELS } from '@/components/verdicts/labels'
import type { SourceDto } from '@/lib/contracts/sources'
import type { Evidence } from '@/lib/domain/evidence'

/** The evidence both ways, numbered as readers will see it and as the explanation points to it: [1]. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence<SourceDto>[] }) {
  if (evidence.length === 0) return <p className="quiet">No source was cited.</p>
  return (
    <ol className="evidence">
      {evidence.map(({ stance, source, passages }) => (
        <li key={`${stance} ${source.id}`}>
          <p>
            <b>{STANCE_LABELS[stance]}</b> · <SourceLine source={source} date="long" />
          </p>
          {passages.map(passage => (
            <Passage key={`${passage.quote} ${passage.note}`} quote={passage.quote} note={passage.note} />
          ))}
          {source.interest ? <p className="small">Interest: {source.interest}</p> : null}
        </li>
      ))}
    </ol>
  )
}
