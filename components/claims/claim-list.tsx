'use client'

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { groupByParagraph } from './claim-filter'
import { RailItem } from './rail-item'
import { PART_SIZE, partsOf, type RailPart } from './rail-parts'

type Props = {
  claims: readonly ClaimSummaryDto[]
  selectedId: string | null
  onSelect: (claimId: string, goesThere: boolean) => void
  hrefOf: (claimId: string) => string
}

const LABEL = 'Claims in text order'
/** How high a claim and a paragraph's name are before anyone has measured, in pixels. */
const CLAIM_HEIGHT = 76
const NAME_HEIGHT = 36

/** The claims by paragraph. Of a long list only what is near the part in view is on the page; each item says its place in the whole. */
export function ClaimList({ claims, selectedId, onSelect, hrefOf }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const parts = useMemo(() => partsOf(groupByParagraph(claims)), [claims])
  const { near, heights } = usePartsInView(list, parts.length)
  const [focused, setFocused] = useState<number | null>(null)

  useEffect(() => {
    if (selectedId) list.current?.querySelector(`[data-claim="${selectedId}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selectedId])

  const holdsSelected = (part: RailPart) => part.groups.some(group => group.claims.some(({ id }) => id === selectedId))
  const total = claims.length > PART_SIZE ? claims.length : null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only looks where the focus is, so as not to take it off the page
    <div
      className="rail-list"
      ref={list}
      onFocus={event => setFocused(partOf(event.target))}
      onBlur={() => setFocused(null)}
    >
      {parts.map((part, at) => {
        const isThere = total === null || near.has(at) || at === focused || holdsSelected(part)
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is a place in the list
            key={at}
            data-part={at}
            style={isThere ? undefined : { blockSize: heights.get(at) ?? guessedHeight(part) }}
          >
            {isThere ? (
              <ol aria-label={LABEL}>
                {part.groups.map(group => (
                  <li key={group.key}>
                    {group.name === null ? null : <h3 className="group-name">{group.name}</h3>}
                    <ol>
                      {group.claims.map((claim, index) => (
                        <RailItem
                          key={claim.id}
                          claim={claim}
                          isSelected={claim.id === selectedId}
                          href={hrefOf(claim.id)}
                          onSelect={onSelect}
                          place={total === null ? null : { at: group.first + index, of: total }}
                        />
                      ))}
                    </ol>
                  </li>
                ))}
              </ol>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}

/** Which parts are within a screen of what the list shows, and how high those were that have been. */
function usePartsInView(list: RefObject<HTMLElement | null>, count: number) {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0]))
  const [heights] = useState(() => new Map<number, number>())

  useEffect(() => {
    const root = list.current
    if (!root || count <= 1) return
    const observer = new IntersectionObserver(
      entries =>
        setNear(before => {
          const next = new Set(before)
          for (const { target, isIntersecting, boundingClientRect } of entries) {
            const part = partOf(target)
            if (part === null) continue
            if (isIntersecting) next.add(part)
            else if (next.delete(part)) heights.set(part, boundingClientRect.height)
          }
          return next
        }),
      { root, rootMargin: '100% 0px' },
    )
    for (const part of root.children) observer.observe(part)
    return () => observer.disconnect()
  }, [list, count, heights])

  return { near, heights }
}

function partOf(element: Element): number | null {
  const part = element.closest<HTMLElement>('[data-part]')?.dataset.part
  return part === undefined ? null : Number(part)
}

function guessedHeight({ groups, claims }: RailPart): number {
  return claims * CLAIM_HEIGHT + groups.filter(({ name }) => name !== null).length * NAME_HEIGHT
}
