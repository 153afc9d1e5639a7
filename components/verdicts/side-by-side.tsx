'use client'

import { Dialog } from '@/components/ui/dialog'
import { RatedSentence } from '@/components/ui/rating-word'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { RoundDto } from '@/lib/contracts/rounds'
import { farDissents } from './far-dissents'
import { Ladder } from './ladder'

type Props = { claim: ClaimDto; round: RoundDto; myId: string; onClose: () => void }

/** A round's verdicts beside one another, each under its place on the scale, with all that they rest on. */
export function SideBySide({ claim, round, myId, onClose }: Props) {
  return (
    <Dialog kind="wide" title={`Round ${round.number}, side by side`} hint={claim.claimReviewed} onClose={onClose}>
      <div className="dialog-body side-by-side">
        <p className="side-sentence">
          <RatedSentence sentence={round.sentence} ratings={claim.scale.ratings} />
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where the scale is long, also by key */}
        <section className="side-scroll" aria-label="Verdicts, from one end of the scale to the other" tabIndex={0}>
          <Ladder
            scale={claim.scale}
            verdicts={round.verdicts}
            myId={myId}
            far={farDissents(claim, round)}
            layout="columns"
          />
        </section>
      </div>
    </Dialog>
  )
}
