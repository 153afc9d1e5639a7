'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { CommandDialog } from '@/components/api/command-dialog'
import { queryKeys } from '@/components/api/query-keys'
import { useAnnounce } from '@/components/ui/announcer'
import { assignReviewersContract } from '@/lib/contracts/assignments'
import type { ClaimDto } from '@/lib/contracts/claims'
import { listMembersContract } from '@/lib/contracts/workspace'
import { useClaimCommand } from './use-claim-command'

/** Who is asked to rate the claim. The round then waits for all of them; with nobody asked it closes at quorum. */
export function AssignReviewersDialog({ claim, onClose }: { claim: ClaimDto; onClose: () => void }) {
  const announce = useAnnounce()
  const [asked, setAsked] = useState<readonly string[]>(claim.assigned.map(({ id }) => id))
  const { data: members } = useQuery({
    queryKey: queryKeys.members,
    queryFn: async ({ signal }) => (await callApi(listMembersContract, {}, { signal })).items,
  })
  const assign = useClaimCommand(assignReviewersContract, {
    onDone: () => {
      announce(asked.length === 0 ? 'Nobody is asked by name; the round closes at quorum.' : 'Reviewers assigned.')
      onClose()
    },
  })
  const recused = new Set(claim.recused.map(({ person }) => person.id))
  const present = (members ?? []).filter(({ removedAt }) => removedAt === null)
  return (
    <CommandDialog
      title="Assign reviewers"
      act="Assign"
      isRunning={assign.isRunning}
      problem={assign.problem}
      isDisabled={members === undefined}
      onSubmit={() => assign.run({ claimId: claim.id, memberIds: [...asked] })}
      onClose={onClose}
    >
      <p>The round waits for everyone you ask. If you ask nobody, it closes when {claim.round.quorum} have cast.</p>
      <fieldset>
        <legend className="label">Who is asked</legend>
        {members === undefined ? <p className="skeleton" aria-busy="true" /> : null}
        <div className="claim-choice">
          {present.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={asked.includes(id)}
                disabled={recused.has(id)}
                onChange={event =>
                  setAsked(before => (event.target.checked ? [...before, id] : before.filter(other => other !== id)))
                }
              />
              <span>
                {name}
                {recused.has(id) ? <span className="small">Stood back from this claim</span> : null}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </CommandDialog>
  )
}
