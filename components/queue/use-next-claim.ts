'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { readNextClaim } from '@/components/api/operations'
import { useAnnounce } from '@/components/ui/announcer'
import type { QueueItemDto } from '@/lib/contracts/assignments'
import { hrefOf } from './claim-line'

type Asked = { statementId?: string; after?: string }

/** The claim that the caller best rates next; null where none waits. */
export async function askNextClaim(input: Asked): Promise<QueueItemDto | null> {
  return (await callApi(readNextClaim, input)).item
}

const NONE = 'Nothing waits for your verdict now.'

/**
 * Leads to the claim that the caller best rates next; `otherwise` where none waits, such as a decision. `said` is why it led
 * nowhere.
 */
export function useNextClaim(otherwise: QueueItemDto | undefined) {
  const router = useRouter()
  const announce = useAnnounce()
  const [said, setSaid] = useState('')
  const [isAsking, setAsking] = useState(false)
  const say = (text: string) => {
    setSaid(text)
    announce(text)
  }
  const go = async () => {
    if (isAsking) return
    setAsking(true)
    try {
      const next = (await askNextClaim({})) ?? otherwise
      if (next) router.push(hrefOf(next))
      else say(NONE)
    } catch (error) {
      say(error instanceof ApiProblem ? error.message : 'Something went wrong. Try again.')
    } finally {
      setAsking(false)
    }
  }
  return { go, said, isAsking }
}
