'use client'

import { useMemo } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { invisibleIn, invisibleWords } from '@/lib/domain/hidden-characters'
import { counted } from '@/lib/domain/sentence-words'
import { useHiddenShown } from './use-hidden-characters'

/** Shows what a text holds without being seen: no-break spaces, soft hyphens, zero-width and direction characters. */
export function HiddenCharactersToggle({ text }: { text: string }) {
  const announce = useAnnounce()
  const [isShown, show] = useHiddenShown()
  const characters = useMemo(() => invisibleIn(text), [text])
  const count = counted(characters.length, 'hidden character')
  const what = characters.length > 0 ? `${count}: ${invisibleWords(characters)}` : 'No hidden characters'
  return (
    <button
      type="button"
      className="btn btn-icon hidden-toggle"
      aria-pressed={isShown}
      aria-label={`Show hidden characters, ${characters.length}`}
      title={`${isShown ? 'Hide' : 'Show'} hidden characters. ${what}`}
      onClick={() => {
        show(!isShown)
        announce(isShown ? 'Hidden characters are hidden again.' : `${what}.`)
      }}
    >
      ¶{characters.length > 0 ? <span className="hidden-count">{characters.length}</span> : null}
    </button>
  )
}
