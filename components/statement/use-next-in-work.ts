'use client'

import { useRouter } from 'next/navigation'
import { ApiProblem } from '@/components/api/call'
import { hrefOf } from '@/components/queue/claim-line'
import { askNextClaim } from '@/components/queue/use-next-claim'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'

type Work = {
  statementId: string
  claims: readonly ClaimSummaryDto[]
  selectedId: string | null
  /** Opens a claim of this statement and says which; with none, says the sentence. */
  onOpen: (claimId: string | null, otherwise: string) => void
}

/**
 * Goes on to the claim that the reader best takes next: one of this statement that waits for their verdict, then one that
 * waits for them as an editor, then one of another statement. Resolves to what to say where there is none.
 */
export function useNextInWork({ statementId, claims, selectedId, onOpen }: Work): () => Promise<string | null> {
  const router = useRouter()
  return async () => {
    const after = selectedId ? { after: selectedId } : {}
    const say = (sentence: string) => {
      onOpen(null, sentence)
      return sentence
    }
    try {
      const here = await askNextClaim({ statementId, ...after })
      // Another reader's claim may be too new for the list that is on screen.
      if (here && claims.some(({ id }) => id === here.claim.id)) {
        onOpen(here.claim.id, '')
        return null
      }
      const toEdit = nextAfter(
        claims.filter(({ needsEditor }) => needsEditor),
        claims,
        selectedId,
      )
      if (toEdit) {
        onOpen(toEdit, '')
        return null
      }
      const elsewhere = here ?? (await askNextClaim(after))
      if (!elsewhere) return say('Nothing else needs you now.')
      router.push(hrefOf(elsewhere))
      return null
    } catch (error) {
      return say(error instanceof ApiProblem ? error.message : 'Something went wrong. Try again.')
    }
  }
}

/** The next of `wanted` after the selected claim in text order, beginning again at the top. */
function nextAfter(
  wanted: readonly ClaimSummaryDto[],
  all: readonly ClaimSummaryDto[],
  selectedId: string | null,
): string | null {
  const order = new Map(all.map(({ id }, index) => [id, index]))
  const from = selectedId ? (order.get(selectedId) ?? -1) : -1
  return (
    (wanted.find(({ id }) => (order.get(id) ?? 0) > from) ?? wanted.find(({ id }) => id !== selectedId))?.id ?? null
  )
}
