'use client'

import type { KeyboardEvent } from 'react'
import { Shape } from '@/components/ui/shape'
import type { RepairDto } from '@/lib/contracts/versions'
import { excerptOf } from '@/lib/domain/excerpt'
import { counted } from '@/lib/domain/sentence-words'
import { BROKEN_WORDS } from './anchor-words'

type Props = {
  items: readonly RepairDto[]
  /** How many wait in all; the list holds the first of them. */
  total: number
  currentId: string | null
  hrefOf: (targetId: string) => string
  onSelect: (targetId: string) => void
}

/** All passages that wait, in text order, with how many are left. */
export function RepairList({ items, total, currentId, hrefOf, onSelect }: Props) {
  const step = (event: KeyboardEvent<HTMLOListElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    const links: Element[] = [...event.currentTarget.querySelectorAll('a')]
    const at = document.activeElement ? links.indexOf(document.activeElement) : -1
    const next = links[at + by]
    event.preventDefault()
    if (next instanceof HTMLElement) next.focus()
  }
  return (
    <nav className="repair-list" aria-label="Passages to repair">
      <p className="repair-left">
        <b>{counted(total, 'passage')}</b> <span className="quiet">to look at</span>
      </p>
      <ol onKeyDown={step}>
        {items.map(({ targetId, state, claim, was, now }) => (
          <li key={targetId}>
            <a
              className="item"
              href={hrefOf(targetId)}
              aria-current={targetId === currentId ? 'true' : undefined}
              onClick={event => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
                event.preventDefault()
                onSelect(targetId)
              }}
            >
              <Shape name={BROKEN_WORDS[state].shape} />
              <span className="item-text">
                <span className="item-claim" dir="auto">
                  {claim.claimReviewed}
                </span>
                <span className="item-meta">
                  {BROKEN_WORDS[state].word}
                  {claim.targets > 1 ? (
                    <>
                      : <bdi>“{excerptOf((now ?? was).exact, 44)}”</bdi>
                    </>
                  ) : null}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      {total > items.length ? <p className="small repair-more">The next ones follow as these are done.</p> : null}
    </nav>
  )
}
