'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { queryKeys } from '@/components/api/query-keys'
import type { EventSignalDto } from '@/lib/contracts/events'

export type LiveState = 'connecting' | 'live' | 'lost' | 'ended'

const SETTLE_MS = 60

/**
 * Follows a statement's history and marks what others changed as stale, so that it is read again through the API.
 * The browser reconnects by itself and says which number it saw last. `after` is the number the page was rendered at.
 */
export function useLiveClaims(statementId: string, after: number): LiveState {
  const queries = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')

  useEffect(() => {
    const source = new EventSource(`/api/v1/statements/${statementId}/events?after=${after}`)
    const touched = new Set<string>()
    let mayNotify = false
    let timer: ReturnType<typeof setTimeout> | undefined

    const refresh = () => {
      timer = undefined
      const claimIds = [...touched]
      touched.clear()
      void queries.invalidateQueries({ queryKey: queryKeys.statement(statementId) })
      for (const claimId of claimIds) void queries.invalidateQueries({ queryKey: queryKeys.claim(claimId) })
      if (mayNotify) void queries.invalidateQueries({ queryKey: queryKeys.notices })
      mayNotify = false
    }
    const onChange = (message: MessageEvent<string>) => {
      const signal = JSON.parse(message.data) as EventSignalDto // written by the event stream through its contract
      if (signal.claimId) touched.add(signal.claimId)
      // Nobody is told of a single verdict.
      if (!signal.type.startsWith('verdict.')) mayNotify = true
      timer ??= setTimeout(refresh, SETTLE_MS)
    }

    source.addEventListener('open', () => setState('live'))
    source.addEventListener('error', () => setState(source.readyState === EventSource.CLOSED ? 'ended' : 'lost'))
    source.addEventListener('change', onChange)
    source.addEventListener('reset', () => void queries.invalidateQueries())
    source.addEventListener('end', () => {
      source.close()
      setState('ended')
    })
    return () => {
      source.close()
      clearTimeout(timer)
    }
  }, [statementId, after, queries])

  return state
}
