'use client'

import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { simulatePolicyContract } from '@/lib/contracts/policies'
import type { ConsensusPolicy } from '@/lib/domain/consensus-policy'

/** How long (ms) the numbers stay as they are before they are tried. */
const SETTLED_MS = 400

/**
 * Tries a policy on the desk's closed rounds once its numbers have settled; null tries nothing. While the next one is
 * tried, what came of the last stays; `isShown` tells whether what is there is of this very policy.
 */
export function useSimulation(policy: ConsensusPolicy | null) {
  const wanted = JSON.stringify(policy)
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  const isSettled = settled === wanted && policy !== null
  const query = useQuery({
    queryKey: queryKeys.simulation(settled),
    queryFn: isSettled ? ({ signal }) => callApi(simulatePolicyContract, policy, { signal }) : skipToken,
    placeholderData: keepPreviousData,
  })
  return {
    simulation: policy === null ? undefined : query.data,
    error: isSettled ? query.error : null,
    isShown: isSettled && query.isSuccess && !query.isPlaceholderData,
    retry: query.refetch,
  }
}
