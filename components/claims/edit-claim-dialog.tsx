'use client'

import { useState } from 'react'
import { CommandDialog } from '@/components/api/command-dialog'
import { errorAt } from '@/components/api/field-errors'
import { useAnnounce } from '@/components/ui/announcer'
import { Shape } from '@/components/ui/shape'
import { useDraft } from '@/components/ui/use-draft'
import { type ClaimDto, editClaimContract } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { changeNotice, claimChanges } from './claim-changes'
import { ClaimWording } from './claim-wording'
import type { Wording } from './composer-draft'
import { useClaimCommand } from './use-claim-command'

type Props = { claim: ClaimDto; statement: StatementDto; onClose: () => void }

/** Changing what a claim says or rests on. Verdicts rate a wording, so a change after a cast starts a new round. */
export function EditClaimDialog({ claim, statement, onClose }: Props) {
  const announce = useAnnounce()
  const [seen] = useState(claim)
  const { value: wording, change, discard } = useDraft<Wording>(`edit:${claim.id}:${seen.version}`, wordingOf(seen))
  const [removed, setRemoved] = useState<readonly string[]>([])
  // What is gone stands nowhere, so no wording can rest on it.
  const kept = claim.targets.filter(({ id, anchorState }) => !removed.includes(id) && anchorState !== 'ORPHANED')
  const isSuspended = claim.suspendedAt !== null
  const edit = useClaimCommand(editClaimContract, {
    onDone: next => {
      discard()
      announce(
        next.round.number > claim.round.number
          ? `Claim changed. Round ${next.round.number} has started.`
          : 'Claim changed.',
      )
      onClose()
    },
  })
  const isStale = claim.version !== seen.version && claimChanges(seen, claim).length > 0
  return (
    <CommandDialog
      title="Edit claim"
      act="Save"
      isRunning={edit.isRunning}
      problem={edit.problem}
      isPlaced={path => path in wording}
      isDisabled={wording.claimReviewed.trim() === '' || kept.length === 0}
      onSubmit={() =>
        edit.run({
          claimId: claim.id,
          version: claim.version,
          ...wording,
          ...(isSuspended || removed.length > 0
            ? { targets: kept.map(({ start, end, exact }) => ({ start, end, exact })) }
            : {}),
        })
      }
      onClose={onClose}
    >
      {isStale ? (
        <p className="notice" role="alert">
          {changeNotice(seen, claim, 'writing')} Your text is kept; save it only if it still fits.
        </p>
      ) : null}
      {isSuspended ? (
        <p className="notice">
          {kept.length === 0
            ? 'Its words are no longer in the text. Repair the claim first: say where it stands now.'
            : 'The text changed under this claim. Saved here, it rests on the words that stand in the text now.'}
        </p>
      ) : null}
      {hasVerdicts(claim) ? (
        <p className="notice">
          Verdicts have been cast. If you change the sentence or the passages,{' '}
          {claim.round.state === 'OPEN' ? 'this round ends unopened and the next one starts' : 'the next round starts'}.
        </p>
      ) : null}
      <ClaimWording
        wording={wording}
        onChange={change}
        statement={statement}
        errorAt={path => errorAt(edit.problem, path)}
      />
      {claim.targets.length > 1 ? (
        <section aria-labelledby="passages-name">
          <h3 className="label" id="passages-name">
            Passages
          </h3>
          <ul className="passages">
            {kept.map(({ id, exact }) => (
              <li key={id}>
                <q lang={statement.language} dir={statement.direction}>
                  {exact}
                </q>
                <button
                  type="button"
                  className="btn btn-icon"
                  aria-label={`Remove passage: ${exact.slice(0, 60)}`}
                  title={kept.length === 1 ? 'A claim keeps at least one passage' : 'Remove passage'}
                  disabled={kept.length === 1}
                  onClick={() => setRemoved(before => [...before, id])}
                >
                  <Shape name="close" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </CommandDialog>
  )
}

function wordingOf({ claimReviewed, claimant, saidOn }: ClaimDto): Wording {
  return { claimReviewed, claimant: claimant ?? '', saidOn: saidOn ?? '' }
}

/** Whether a change would end the round: someone has cast in it, or it has closed. */
export function hasVerdicts({ round }: Pick<ClaimDto, 'round'>): boolean {
  return round.cast > 0 || round.state === 'CLOSED'
}
