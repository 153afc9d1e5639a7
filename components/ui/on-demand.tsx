'use client'

import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { whenIdle } from './when-idle'

const loaders = new Set<() => Promise<unknown>>()

/** What a page's first load leaves out and `useWarmUp` fetches. */
export function warmUpLater(load: () => Promise<unknown>): void {
  loaders.add(load)
}

/**
 * A component whose script is no part of the page's first load: it comes with the first use, or, where `useWarmUp` is,
 * soon after the person has first touched anything, so that hardly anyone waits for it. For what opens in a browser, such
 * as a dialog: the server sends no styles of it along.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  warmUpLater(load)
  const Loaded = lazy(async () => ({ default: await load() }))
  return function OnDemand(props: Props) {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    )
  }
}

const FIRST_TOUCHES = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

/** Fetches what is on demand once the person has moved the pointer, pressed a key or set the focus. */
export function useWarmUp(): void {
  useEffect(() => {
    const stop = new AbortController()
    let callOff = () => {}
    const warmUp = () => {
      stop.abort()
      // Who cannot be fetched now is fetched when it is used, and says so then.
      callOff = whenIdle(() => {
        for (const load of loaders) load().catch(() => {})
      })
    }
    for (const touch of FIRST_TOUCHES) document.addEventListener(touch, warmUp, { passive: true, signal: stop.signal })
    return () => {
      stop.abort()
      callOff()
    }
  }, [])
}
