'use client'

import Link from 'next/link'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { useRepairs } from './use-versions'
import { Wordings } from './wordings'
import './versions.css'

type Props = { claim: ClaimDto; statement: Pick<StatementDto, 'id' | 'language' | 'direction'> }

/** What a new text did to the words under a claim, that nothing of it goes on meanwhile, and the way to repair it. */
export function SuspendedPart({ claim, statement }: Props) {
  const { data } = useRepairs(statement.id, true)
  const broken = claim.targets.filter(({ anchorState }) => anchorState !== 'ANCHORED')
  const items = data?.items.filter(item => item.claim.id === claim.id) ?? []
  const isGone = broken.every(({ anchorState }) => anchorState === 'ORPHANED')
  const { allowed, reason } = claim.may.repair
  const [first] = broken
  return (
    <section className="part suspended" aria-labelledby="suspended-name">
      <h3 className="part-name" id="suspended-name">
        {isGone ? 'The words are no longer in the text' : 'The text changed under this claim'}
      </h3>
      <p>
        {claim.stage === 'DECIDED'
          ? 'Its verdicts and its decision are suspended, and public pages say that it is under review again, until a person has looked at it.'
          : 'Its verdicts are suspended, and nobody can cast one, until a person has looked at it. A verdict you have begun to write is kept.'}
      </p>
      {broken.map(target => {
        const item = items.find(({ targetId }) => targetId === target.id)
        return (
          <div key={target.id} className="suspended-words">
            <Wordings item={item ?? sketchOf(target)} language={statement.language} direction={statement.direction} />
          </div>
        )
      })}
      <div className="row">
        {allowed && first ? (
          <Link className="btn" href={`/statements/${statement.id}/repair?passage=${first.id}`}>
            Repair…
          </Link>
        ) : (
          <span className="small">To repair it: {reason}</span>
        )}
      </div>
    </section>
  )
}

type Broken = Props['claim']['targets'][number]

/** What the claim itself knows of a passage, until its sentences are read. */
function sketchOf({ anchorState, was, exact, start, end }: Broken): Parameters<typeof Wordings>[0]['item'] {
  const earlier = was?.exact ?? exact
  const now = { versionNumber: 0, exact, prefix: '', suffix: '', start, end }
  const isGone = anchorState === 'ORPHANED'
  return {
    state: isGone ? 'ORPHANED' : 'CHANGED',
    was: { ...now, versionNumber: was?.versionNumber ?? 0, exact: earlier, start: 0, end: earlier.length },
    wasSentence: { start: 0, end: earlier.length, text: earlier },
    now: isGone ? null : now,
    nowSentence: isGone ? null : { start, end, text: exact },
    differences: [],
  }
}
