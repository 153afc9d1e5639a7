'use client'

import { type ComponentType, useEffect, useReducer, useState } from 'react'
import { Dialog } from './dialog'
import { whenIdle } from './when-idle'

const loaders = new Set<() => Promise<unknown>>()

/** What a page's first load leaves out and `useWarmUp` fetches. */
export function warmUpLater(load: () => Promise<unknown>): void {
  loaders.add(load)
}

/** What stands in for a component whose script is still on its way. */
export type Wait = { hasFailed: boolean; onRetry: () => void }

/**
 * A component whose script is no part of the page's first load: it comes with the first use, or, where `useWarmUp` is,
 * soon after the person has first touched anything, so that hardly anyone waits for it. Who does sees `Waiting`, which
 * has to take the keys that are typed meanwhile: none of them is meant for the page below. For what opens in a browser,
 * such as a dialog: the server sends no styles of it along.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType<Props & Wait>,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | null = null
  const fetchOnce = async () => {
    Loaded ??= await load()
  }
  warmUpLater(fetchOnce)
  return function OnDemand(props: Props) {
    const [, drawAgain] = useReducer((count: number) => count + 1, 0)
    const [tries, setTries] = useState(0)
    const [hasFailed, setFailed] = useState(false)
    const isHere = Loaded !== null
    // biome-ignore lint/correctness/useExhaustiveDependencies: each try fetches anew
    useEffect(() => {
      if (isHere) return
      let isWanted = true
      fetchOnce().then(
        () => isWanted && drawAgain(),
        () => isWanted && setFailed(true),
      )
      return () => {
        isWanted = false
      }
    }, [isHere, tries])
    if (Loaded) return <Loaded {...props} />
    const retry = () => {
      setFailed(false)
      setTries(tries + 1)
    }
    return <Waiting {...props} hasFailed={hasFailed} onRetry={retry} />
  }
}

/** A dialog on demand. Until it is here an empty one holds its place and its keys; it shows itself only to who waits long. */
export function onDemandDialog<Props extends { onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return onDemand(load, WaitingDialog)
}

function WaitingDialog({ onClose, hasFailed, onRetry }: Wait & { onClose: () => void }) {
  return (
    <div className="waiting" data-failed={hasFailed || undefined}>
      <Dialog title={hasFailed ? 'This could not be opened' : 'One moment…'} onClose={onClose}>
        {hasFailed ? (
          <div className="dialog-body" role="alert">
            <p>The desk cannot be reached.</p>
            <p className="row">
              <button type="button" className="btn" onClick={onRetry}>
                Try again
              </button>
            </p>
          </div>
        ) : null}
      </Dialog>
    </div>
  )
}

/** A part of what a press has opened, such as the entries of a menu. */
export function onDemandPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return onDemand(load, WaitingPart)
}

function WaitingPart({ hasFailed, onRetry }: Wait) {
  if (!hasFailed) return <p className="waiting-part">One moment…</p>
  return (
    <p className="waiting-part" role="alert">
      The desk cannot be reached.{' '}
      <button type="button" className="link" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
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
