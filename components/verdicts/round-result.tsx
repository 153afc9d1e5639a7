import { RatedSentence } from '@/components/ui/rating-word'
import type { RoundDto } from '@/lib/contracts/rounds'
import type { RatingScale } from '@/lib/domain/scale'
import { countedVerdicts } from './counted-verdicts'
import { NamedPlot } from './named-plot'

/** Where a closed round stands, in one sentence, with its verdicts as dots beside it. */
export function RoundResult({ round, scale }: { round: RoundDto; scale: RatingScale }) {
  return (
    <div className="consensus">
      <p>
        <RatedSentence sentence={round.sentence} ratings={scale.ratings} />
      </p>
      <NamedPlot scale={scale} verdicts={countedVerdicts(round)} />
    </div>
  )
}
