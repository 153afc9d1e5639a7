'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { CommandDialog } from '@/components/api/command-dialog'
import { queryKeys } from '@/components/api/query-keys'
import { useAnnounce } from '@/components/ui/announcer'
import { type ClaimDto, listClaimsContract, mergeClaimContract } from '@/lib/contracts/claims'
import { ClaimChoice } from './claim-choice'
import { useClaimCommand } from './use-claim-command'

type Props = { claim: ClaimDto; onClose: () => void; onMerged: (intoId: string) => void }

/** Merging a duplicate: the other claim keeps its sentence and gains these passages. */
export function MergeClaimDialog({ claim, onClose, onMerged }: Props) {
  const announce = useAnnounce()
  const [intoId, setIntoId] = useState<string | null>(null)
  const { statementId } = claim
  const { data: claims = [] } = useQuery({
    queryKey: queryKeys.claims(statementId),
    queryFn: async ({ signal }) => (await callApi(listClaimsContract, { statementId }, { signal })).items,
  })
  const merge = useClaimCommand(mergeClaimContract, {
    onDone: () => {
      announce('Claims merged.')
      onClose()
      if (intoId) onMerged(intoId)
    },
  })
  const others = claims.filter(({ id, stage }) => id !== claim.id && stage === 'OPEN')
  return (
    <CommandDialog
      title="Merge into another claim"
      act="Merge"
      isRunning={merge.isRunning}
      problem={merge.problem}
      isDisabled={intoId === null}
      onSubmit={() => {
        if (intoId) merge.run({ claimId: claim.id, intoId, version: claim.version })
      }}
      onClose={onClose}
    >
      <p>
        The other claim keeps its sentence and gains these passages. This claim ends; its verdicts are kept but not
        counted. If verdicts have been cast on the other one, its next round starts.
      </p>
      <ClaimChoice
        legend="Which claim says the same?"
        claims={others}
        value={intoId}
        onChange={setIntoId}
        empty="There is no other open claim to merge into."
      />
    </CommandDialog>
  )
}
