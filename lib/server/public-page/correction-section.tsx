import type { SnapshotDto } from '@/lib/contracts/snapshot'
import { CorrectionNote } from './correction-note'
import { Slot } from './slot'
import { Text } from './text'

/** The corrections that stand beside no check: of checks taken back or left out, and of the statement as a whole. */
export function CorrectionSection({ snapshot: { claims, corrections } }: { snapshot: SnapshotDto }) {
  const shown = new Set(claims.map(({ id }) => id))
  const others = corrections.filter(({ claim }) => claim === null || !shown.has(claim.id))
  return (
    <section className="wide" id="corrections">
      <h2>Corrections</h2>
      {others.length > 0 && (
        <ul className="entries">
          {others.map(correction => (
            <li key={correction.number}>
              <CorrectionSubject claim={correction.claim} />
              <CorrectionNote correction={correction} />
            </li>
          ))}
        </ul>
      )}
      <p>
        Corrections of a check stand beside it. <Slot name="log" /> lists them all.
      </p>
    </section>
  )
}

type SubjectProps = { claim: { claimReviewed: string } | null; heading?: 'h2' | 'h3' }

/** What a correction concerns, where no check stands beside it. */
export function CorrectionSubject({ claim, heading: Heading = 'h3' }: SubjectProps) {
  if (claim === null) return <Heading>The statement as a whole</Heading>
  return (
    <Heading dir="auto">
      <Text of={claim.claimReviewed} />
    </Heading>
  )
}
