'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAnnounce } from '@/components/ui/announcer'
import { counted } from '@/lib/domain/sentence-words'
import { type RepairList, repairsKey, useRepairs } from './use-versions'

/**
 * The passages that wait and the one that is looked at, which the address names. What is done leaves the list at once,
 * and the next one takes its place.
 */
export function useRepairQueue(statementId: string, first: RepairList) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const params = useSearchParams()
  const { data = first } = useRepairs(statementId, true, first)
  const items = data.items
  // The address follows: it is written a moment later, and keys can be quicker.
  const [asked, setAsked] = useState(params.get('passage'))
  const lastPlace = useRef(0)
  const found = items.findIndex(({ targetId }) => targetId === asked)
  const place = found >= 0 ? found : Math.min(lastPlace.current, Math.max(0, items.length - 1))
  useEffect(() => {
    lastPlace.current = place
  }, [place])

  const select = useCallback((targetId: string | null) => {
    setAsked(targetId)
    const address = new URL(window.location.href)
    if (targetId) address.searchParams.set('passage', targetId)
    else address.searchParams.delete('passage')
    window.history.replaceState(null, '', address)
  }, [])

  const settle = (said: string, isDone: (item: RepairList['items'][number]) => boolean) => {
    const left = items.filter(item => !isDone(item))
    const next = items.slice(place).find(item => !isDone(item)) ?? left.at(-1)
    const total = data.total - (items.length - left.length)
    flushSync(() => {
      queries.setQueryData<RepairList>(repairsKey(statementId), { ...data, items: left, total })
      select(next?.targetId ?? null)
    })
    announce(next ? `${said} ${counted(total, 'passage')} left.` : `${said} All passages stand again.`)
    document.querySelector<HTMLElement>('[data-takes-focus]')?.focus({ preventScroll: true })
    void queries.invalidateQueries({ queryKey: repairsKey(statementId) })
  }

  return { data, items, current: items[place] ?? null, place, select, settle }
}
