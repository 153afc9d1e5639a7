'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type InvisibleCharacter, invisibleIn } from '@/lib/domain/hidden-characters'
import { showHidden } from './hidden-characters'

const KEY = 'assay:hidden-characters'
const NONE: readonly InvisibleCharacter[] = []
const CHANGED = 'assay:hidden-characters-changed'

/** Whether hidden characters are shown in statements: one choice for all, remembered in this browser. */
export function useHiddenShown(): [isShown: boolean, show: (isShown: boolean) => void] {
  return [useSyncExternalStore(subscribe, read, () => false), write]
}

/** Shows the hidden characters of a text in its editor while that is wished; returns those that are shown. */
export function useHiddenCharacters(editor: Editor | null, text: string): readonly InvisibleCharacter[] {
  const [isShown] = useHiddenShown()
  const characters = useMemo(() => (isShown ? invisibleIn(text) : NONE), [isShown, text])
  useEffect(() => {
    if (editor && !editor.isDestroyed) showHidden(editor.view, characters)
  }, [editor, characters])
  return characters
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange)
  window.addEventListener('storage', onChange)
  return () => {
    window.removeEventListener(CHANGED, onChange)
    window.removeEventListener('storage', onChange)
  }
}

function read(): boolean {
  return localStorage.getItem(KEY) !== null
}

function write(isShown: boolean): void {
  if (isShown) localStorage.setItem(KEY, '1')
  else localStorage.removeItem(KEY)
  window.dispatchEvent(new Event(CHANGED))
}
