import { Shape } from '@/components/ui/shape'
import type { AnchorCountsDto } from '@/lib/contracts/versions'
import { anchorPhrases } from './anchor-words'

/** What became of the passages in a text: "12 stand · 2 changed · 1 gone". */
export function AnchorTally({ anchors }: { anchors: AnchorCountsDto }) {
  return (
    <span className="anchor-tally">
      {anchorPhrases(anchors).map(phrase => (
        <span key={phrase}>
          {phrase.endsWith('changed') ? <Shape name="changed" /> : null}
          {phrase.endsWith('gone') ? <Shape name="orphaned" /> : null}
          {phrase}
        </span>
      ))}
    </span>
  )
}
