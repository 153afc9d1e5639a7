'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'

/**
 * One line of the help. Two keys in a row are written with a space ("g s"), keys held with a plus ("Shift+ArrowDown"),
 * one or the other with a bar ("ArrowUp|ArrowDown").
 */
export type ListedKeys = { keys: string; label: string; place?: string }
type Shortcut = ListedKeys & { run?: () => void }
type Registry = {
  add(shortcut: Shortcut): () => void
  list(): readonly ListedKeys[]
  areOn: boolean
  turn(on: boolean): void
}

const Shortcuts = createContext<Registry | null>(null)
const OFF_KEY = 'assay:shortcuts-off'
const SEQUENCE_MS = 1_000

/**
 * Single-key shortcuts, listed by `?` and switchable off. None fires while a person types, holds a modifier or has a
 * dialog open.
 */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const shortcuts = useRef(new Set<Shortcut>())
  const [areOn, setOn] = useState(true)
  useEffect(() => setOn(localStorage.getItem(OFF_KEY) === null), [])

  const registry = useMemo<Registry>(
    () => ({
      add(shortcut) {
        shortcuts.current.add(shortcut)
        return () => shortcuts.current.delete(shortcut)
      },
      list: () => [...shortcuts.current],
      areOn,
      turn(on) {
        if (on) localStorage.removeItem(OFF_KEY)
        else localStorage.setItem(OFF_KEY, '1')
        setOn(on)
      },
    }),
    [areOn],
  )

  useEffect(() => {
    if (!areOn) return
    let previous = { key: '', at: 0 }
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('dialog:modal')
      )
        return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const isFresh = event.timeStamp - previous.at < SEQUENCE_MS
      const candidates = isFresh ? [`${previous.key} ${key}`, key] : [key]
      previous = { key, at: event.timeStamp }
      // The last one registered stands nearest to the person.
      const found = [...shortcuts.current].reverse().find(({ keys, run }) => run && candidates.includes(keys))
      if (!found?.run) return
      event.preventDefault()
      found.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [areOn])

  return <Shortcuts value={registry}>{children}</Shortcuts>
}

/** Registers a shortcut while the component stands and `isActive`. */
export function useShortcut(keys: string, label: string, run: () => void, isActive = true): void {
  const registry = useContext(Shortcuts)
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const add = registry?.add
  useEffect(
    () => (isActive && add ? add({ keys, label, run: () => latest.current() }) : undefined),
    [add, keys, label, isActive],
  )
}

/**
 * Lists keys that a component answers itself, such as the arrow keys within a text, under the name of the place where
 * they work. `keys` never changes. Ask `useShortcuts().areOn` before answering them.
 */
export function useListedKeys(place: string, keys: readonly ListedKeys[], isActive = true): void {
  const add = useContext(Shortcuts)?.add
  useEffect(() => {
    if (!isActive || !add) return
    const removals = keys.map(line => add({ ...line, place }))
    return () => {
      for (const remove of removals) remove()
    }
  }, [add, place, keys, isActive])
}

/** All shortcuts that stand now, for the help dialog. */
export function useShortcuts(): Registry {
  const registry = useContext(Shortcuts)
  if (!registry) throw new Error('useShortcuts needs a ShortcutProvider above it')
  return registry
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // The statement takes a caret so that it can be selected by keyboard, but nothing can be typed there.
  if (target.isContentEditable) return target.closest('[aria-readonly="true"]') === null
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
