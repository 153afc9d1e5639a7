'use client'

import { Shape } from '@/components/ui/shape'
import type { ClaimDto } from '@/lib/contracts/claims'

type Props = { claim: ClaimDto; myId: string; onSelect: (claimId: string) => void }

const WHO_READS_IT = 'Editors alone read this; it is never published.'

/** What a person must know before they go on: why this round, what was asked, what is different about this claim. */
export function ClaimNotes({ claim, myId, onSelect }: Props) {
  const { stage, mergedIntoId, reopened, loweredQuorum, round } = claim
  const reason = claim.rounds.at(-1)?.reason
  const returned = claim.decisions.findLast(({ action }) => action === 'RETURN')
  const isOpen = stage === 'OPEN' && round.state === 'OPEN'
  const notes = [
    stage === 'WITHDRAWN' ? <p key="withdrawn">This claim was withdrawn. Its history is kept.</p> : null,
    stage === 'MERGED' ? (
      <p key="merged">
        Merged into another claim; work goes on there.{' '}
        {mergedIntoId ? (
          <button type="button" className="link" onClick={() => onSelect(mergedIntoId)}>
            Open it
          </button>
        ) : null}
      </p>
    ) : null,
    isOpen && reason === 'RETURNED' && returned ? (
      <p key="returned">
        <Shape name="returned" /> {returned.decider.name} returned it: <q>{returned.reason}</q>
      </p>
    ) : null,
    isOpen && reason === 'CLAIM_CHANGED' ? (
      <p key="changed">The claim changed after a verdict was cast, so this round starts afresh.</p>
    ) : null,
    isOpen && reason === 'REOPENED' && reopened ? (
      <p key="reopened">
        {reopened.by.name} reopened it: <q>{reopened.reason}</q>
      </p>
    ) : null,
    loweredQuorum ? (
      <p key="quorum">
        Quorum lowered to {loweredQuorum.quorum}: <q>{loweredQuorum.reason}</q> Readers see this reason.
      </p>
    ) : null,
    claim.recused.length > 0 ? (
      <div key="recused">
        <p>Stood back: {claim.recused.map(({ person }) => person.name).join(', ')}.</p>
        {claim.recused.map(({ person, reason }) =>
          reason === null ? null : (
            <p key={person.id} className="small" dir="auto">
              {person.id === myId ? 'Your reason' : person.name}: <q>{reason}</q> {WHO_READS_IT}
            </p>
          ),
        )}
      </div>
    ) : null,
  ].filter(note => note !== null)
  return notes.length > 0 ? <div className="part claim-notes">{notes}</div> : null
}
