'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { Shape } from '@/components/ui/shape'
import { useDisclosure } from '@/components/ui/use-disclosure'
import { unreadInWords } from '@/lib/domain/notice-sentence'
import { NoticeLine } from './notice-line'
import { type NoticePage, useNotices, useReadNotices } from './use-notices'
import './notices.css'

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
            <Newest page={data} onLeave={close} onEmptied={focusButton} />
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

type NewestProps = { page: NoticePage; onLeave: () => void; onEmptied: () => void }

/** The list as it was when it was opened: what comes meanwhile is counted on the bell and moves nothing here. */
function Newest({ page, onLeave, onEmptied }: NewestProps) {
  const [ids] = useState(() => page.items.map(({ id }) => id))
  const { readOne, readAll, problem } = useReadNotices()
  const items = page.items.filter(({ id }) => ids.includes(id))
  const [newest] = page.items
  return (
    <>
      <div className="bell-head">
        <h2>Notices</h2>
        {page.unread > 0 && newest ? (
          <button
            type="button"
            className="link small"
            onClick={() => {
              readAll(newest.id)
              onEmptied()
            }}
          >
            Mark all as read
          </button>
        ) : null}
      </div>
      {problem ? <p className="notice">{problem.message}</p> : null}
      {items.length > 0 ? (
        <ul>
          {items.map(notice => (
            <NoticeLine
              key={notice.id}
              notice={notice}
              onOpen={() => {
                if (!notice.isRead) readOne(notice.id)
                onLeave()
              }}
            />
          ))}
        </ul>
      ) : (
        <p className="bell-empty quiet">
          Nothing yet. When someone names you, answers you or asks for you, it is here.
        </p>
      )}
    </>
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
