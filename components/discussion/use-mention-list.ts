'use client'

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { useAnnounce } from '@/components/ui/announcer'
import type { PersonDto } from '@/lib/contracts/people'
import { listMembersContract } from '@/lib/contracts/workspace'
import { askingAt, peopleLike, withMention } from './mentions'

const AT_MOST = 8

type Options = {
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  /** The new text, and whom it addresses from now on. */
  onChoose: (text: string, person: PersonDto) => void
}

/** The desk's members, those who left aside; read once someone is about to write. */
export function useMembers(isWanted: boolean): readonly PersonDto[] {
  const { data } = useQuery({
    queryKey: queryKeys.members,
    queryFn: async ({ signal }) => (await callApi(listMembersContract, {}, { signal })).items,
    enabled: isWanted,
  })
  return (data ?? []).filter(({ removedAt }) => removedAt === null)
}

/**
 * The list of people that opens behind an “@”: arrows move through it, Enter or Tab takes one, Escape puts it away until
 * the next “@”. The focus stays in the text, which names the active option (the combobox pattern of ARIA).
 */
export function useMentionList({ field, text, onChoose }: Options) {
  const id = useId()
  const announce = useAnnounce()
  const [hasFocus, setFocus] = useState(false)
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(0)
  const [putAway, setPutAway] = useState<number | null>(null)
  const nextCaret = useRef<number | null>(null)
  const members = useMembers(hasFocus)

  const asking = hasFocus ? askingAt(text, caret) : null
  const isWanted = asking !== null && asking.from !== putAway
  const options = isWanted ? peopleLike(members, asking.query).slice(0, AT_MOST) : []
  const isOpen = options.length > 0
  const place = Math.min(active, options.length - 1)
  const said = isOpen ? `${options.length === 1 ? '1 person' : `${options.length} people`}, arrow keys to choose` : ''

  useEffect(() => {
    if (said) announce(said)
  }, [said, announce])
  useLayoutEffect(() => {
    if (nextCaret.current === null) return
    field.current?.setSelectionRange(nextCaret.current, nextCaret.current)
    setCaret(nextCaret.current)
    nextCaret.current = null
  })

  const choose = (person: PersonDto) => {
    if (!asking) return
    const next = withMention(text, asking, person)
    nextCaret.current = next.caret
    setPutAway(asking.from)
    setActive(0)
    onChoose(next.text, person)
    announce(`${person.name} is mentioned`)
  }

  /** True where the key was for the list. */
  const handleKey = (event: KeyboardEvent): boolean => {
    const chosen = options[place]
    if (!chosen || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return false
    if (event.key === 'ArrowDown') setActive((place + 1) % options.length)
    else if (event.key === 'ArrowUp') setActive((place - 1 + options.length) % options.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen)
    else if (event.key === 'Escape') setPutAway(asking?.from ?? null)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return {
    id,
    isOpen,
    options,
    place,
    members,
    optionId: (index: number) => `${id}-${index}`,
    choose,
    handleKey,
    /** What the textarea tells the list. */
    watch: {
      onFocus: () => setFocus(true),
      onBlur: () => setFocus(false),
      onSelect: () => {
        const now = field.current?.selectionStart ?? 0
        setCaret(now)
        // Another “@” is another question.
        if (putAway !== null && askingAt(text, now)?.from !== putAway) setPutAway(null)
      },
    },
  }
}
