'use client'

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { claimItemId } from '@/components/claims/rail-item'
import { useShortcuts } from '@/components/ui/shortcuts'
import type { TextHandle } from './statement-text'

/**
 * From span to claim and back by keyboard: remembers from where in the text or the list a person came to the panel.
 * `goTo` moves the focus to a claim's own heading as soon as it stands in the panel; `goBack` returns it.
 */
export function useWayBack(text: RefObject<TextHandle | null>, selectedId: string | null) {
  const { areOn } = useShortcuts()
  const from = useRef<Element | null>(null)
  const awaited = useRef<string | null>(null)
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.closest('#rail, #main')) from.current = target
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is a wish, also for the claim that is there already
  useEffect(() => {
    if (awaited.current === null || awaited.current !== selectedId) return
    awaited.current = null
    document.querySelector<HTMLElement>('#panel-body .sentence')?.focus({ preventScroll: true })
  }, [selectedId, turn])

  const goTo = useCallback((claimId: string) => {
    awaited.current = claimId
    setTurn(before => before + 1)
  }, [])

  const goBack = () => {
    const inList = from.current?.closest('#rail') ? itemOf(selectedId) : null
    if (inList?.checkVisibility({ visibilityProperty: true })) inList.focus()
    else if (from.current?.matches('.marker') && from.current instanceof HTMLElement && from.current.isConnected)
      from.current.focus({ preventScroll: true })
    else text.current?.focus(selectedId)
  }

  /** Esc in the panel leads back to where one came from; what is being written there keeps as a draft. Closing is the next Esc. */
  const handlePanelKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !areOn || event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.target instanceof Element && event.target.closest('dialog')) return
    event.preventDefault()
    goBack()
  }

  return { goTo, goBack, handlePanelKey }
}

function itemOf(claimId: string | null): HTMLElement | null {
  return claimId ? document.getElementById(claimItemId(claimId)) : null
}
