'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { onDemandPart } from '@/components/ui/on-demand'
import { Shape } from '@/components/ui/shape'
import { useDisclosure } from '@/components/ui/use-disclosure'
import { unreadInWords } from '@/lib/domain/unread-words'
import { useNotices } from './use-notices'
import './notices.css'

const NewestNotices = onDemandPart(() => import('./newest-notices').then(part => part.NewestNotices))

/** How many unread notices there are, on every page, and the newest of them at a press. */
export function NoticeBell() {
  const { data, error } = useNotices()
  const { id, isOpen, close, root, button, focusButton } = useDisclosure()
  const unread = data?.unread ?? 0
  useSayWhenMore(data?.unread)
  return (
    <div className="bell" {...root}>
      <button
        {...button}
        type="button"
        className="btn btn-icon"
        aria-label={unreadInWords(unread)}
        title={unreadInWords(unread)}
      >
        <Shape name="bell" />
        {unread > 0 ? (
          <span className="bell-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        ) : null}
      </button>
      {isOpen ? (
        <section className="menu bell-menu" id={id} aria-label="Notices">
          {data ? (
            <NewestNotices page={data} onLeave={close} onEmptied={focusButton} />
          ) : (
            <p className="bell-empty quiet" aria-busy={!error}>
              {error ? error.message : 'One moment…'}
            </p>
          )}
          <p className="bell-foot">
            <Link href="/inbox#notices" onClick={close}>
              All notices
            </Link>
          </p>
        </section>
      ) : null}
    </div>
  )
}

/** Says the number when it has grown, and nothing more. */
function useSayWhenMore(unread: number | undefined): void {
  const announce = useAnnounce()
  const before = useRef(unread)
  useEffect(() => {
    if (unread !== undefined && before.current !== undefined && unread > before.current) announce(unreadInWords(unread))
    before.current = unread
  }, [unread, announce])
}
