'use client'

import { type Ref, useEffect, useRef, useState } from 'react'
import { Shape } from '@/components/ui/shape'

type Props = { search: string; onSearch: (search: string) => void; ref: Ref<HTMLInputElement> }

/** How long (ms) after the last key the search runs. */
const PAUSE = 250

/** Search over the desk's statements. Esc clears it, then leaves it. */
export function SearchField({ search, onSearch, ref }: Props) {
  const [typed, setTyped] = useState(search)
  const sent = useRef(search)
  const latest = useRef(onSearch)
  useEffect(() => {
    latest.current = onSearch
  })
  useEffect(() => {
    // Cleared from elsewhere, such as "Show all statements".
    if (search !== sent.current) setTyped(search)
    sent.current = search
  }, [search])
  useEffect(() => {
    const next = typed.trim()
    if (next === sent.current) return
    const timer = setTimeout(() => {
      sent.current = next
      latest.current(next)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <label className="search-field">
      <span className="vh">Search statements</span>
      <Shape name="search" />
      <input
        ref={ref}
        className="field"
        type="search"
        placeholder="Search"
        title="Search (/)"
        maxLength={200}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (typed === '') event.currentTarget.blur()
          else setTyped('')
        }}
      />
    </label>
  )
}
