'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

export type ClaimPart = 'verdicts' | 'discussion' | 'history'

const PARTS: readonly { part: ClaimPart; name: string }[] = [
  { part: 'verdicts', name: 'Verdicts' },
  { part: 'discussion', name: 'Discussion' },
  { part: 'history', name: 'History' },
]

type Props = {
  sections: Readonly<Record<ClaimPart, RefObject<HTMLElement | null>>>
  commentCount: number
  onJump: (part: ClaimPart) => void
}

/** Jumps within the one scroll of the panel: nothing is hidden behind them. They say which part is in view. */
export function ClaimJumps({ sections, commentCount, onJump }: Props) {
  const nav = useRef<HTMLElement>(null)
  const [current, setCurrent] = useState<ClaimPart>('verdicts')
  // A part at the end may be too short to reach the top; until the person scrolls on, where they jumped to is where they are.
  const isHeld = useRef(false)

  useEffect(() => {
    const scroller = nav.current?.closest('.panel-body')
    if (!scroller) return
    const release = () => {
      isHeld.current = false
    }
    const look = () => {
      if (isHeld.current) return
      const under = (nav.current?.getBoundingClientRect().bottom ?? 0) + 8
      const isAtEnd = scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
      // At the end the last parts cannot come up further: the one in the middle is what is read, also where all fit.
      const box = scroller.getBoundingClientRect()
      const edge = isAtEnd ? Math.max(under, box.top + box.height / 2) : under
      const reached = PARTS.filter(({ part }) => {
        const top = sections[part].current?.getBoundingClientRect().top
        return top !== undefined && top <= edge
      })
      setCurrent(reached.at(-1)?.part ?? 'verdicts')
    }
    scroller.addEventListener('scroll', look, { passive: true })
    scroller.addEventListener('wheel', release, { passive: true })
    scroller.addEventListener('touchmove', release, { passive: true })
    scroller.addEventListener('keydown', release)
    scroller.addEventListener('pointerdown', release, { capture: true })
    return () => {
      scroller.removeEventListener('scroll', look)
      scroller.removeEventListener('wheel', release)
      scroller.removeEventListener('touchmove', release)
      scroller.removeEventListener('keydown', release)
      scroller.removeEventListener('pointerdown', release, { capture: true })
    }
  }, [sections])

  const jump = (part: ClaimPart) => {
    isHeld.current = true
    setCurrent(part)
    onJump(part)
    const section = sections[part].current
    section?.scrollIntoView({ block: 'start' })
    section?.focus({ preventScroll: true })
  }

  return (
    <nav className="jumps" aria-label="Parts of this claim" ref={nav}>
      {PARTS.map(({ part, name }) => (
        <button
          key={part}
          type="button"
          aria-current={part === current ? 'true' : undefined}
          onClick={() => jump(part)}
        >
          {name}
          {part === 'discussion' && commentCount > 0 ? <span> {commentCount}</span> : null}
        </button>
      ))}
    </nav>
  )
}
