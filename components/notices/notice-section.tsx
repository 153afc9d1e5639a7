'use client'

import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useOlder } from '@/components/api/use-older'
import { FreshChip } from '@/components/ui/fresh-chip'
import { listNoticesContract } from '@/lib/contracts/notices'
import { NoticeLine } from './notice-line'
import { type NoticePage, useNotices } from './use-notices'
import { useReadNotices } from './use-read-notices'
import './notices.css'

/** All of one's notices, newest first. What comes meanwhile is counted and takes its place when asked for. */
export function NoticeSection({ initial }: { initial: NoticePage }) {
  const { data: page = initial } = useNotices(initial)
  const { readOne, readAll, problem } = useReadNotices()
  const [known, setKnown] = useState(() => new Set(initial.items.map(({ id }) => id)))
  const { older, hasOlder, isReading, error, readOlder } = useOlder(initial.nextCursor, cursor =>
    callApi(listNoticesContract, { cursor }),
  )
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())

  const fresh = page.items.filter(({ id }) => !known.has(id)).length
  // The first page moves on as notices come; what was on it stays in the list.
  const [first, setFirst] = useState(initial.items)
  const current = new Map(page.items.map(item => [item.id, item]))
  const isAllRead = page.unread === 0
  const items = [...first, ...older].map(item => {
    const now = current.get(item.id) ?? item
    return { ...now, isRead: now.isRead || isAllRead || read.has(item.id) }
  })
  const [newest] = page.items

  const show = () => {
    setFirst(before => [...page.items.filter(({ id }) => !known.has(id)), ...before])
    setKnown(new Set([...known, ...page.items.map(({ id }) => id)]))
  }
  return (
    <section id="notices" aria-labelledby="notices-name">
      <div className="sec">
        <h2 id="notices-name">Notices</h2>
        <span className="quiet">{page.unread > 0 ? `${page.unread} unread` : null}</span>
        <FreshChip count={fresh} onShow={show} />
        {page.unread > 0 && newest ? (
          <button type="button" className="link small push" onClick={() => readAll(newest.id)}>
            Mark all as read
          </button>
        ) : null}
      </div>
      <ProblemNotice error={problem ?? error} />
      {items.length > 0 ? (
        <ul className="notice-list">
          {items.map(notice => (
            <NoticeLine
              key={notice.id}
              notice={notice}
              onOpen={() => {
                if (notice.isRead) return
                setRead(before => new Set([...before, notice.id]))
                readOne(notice.id)
              }}
            />
          ))}
        </ul>
      ) : fresh === 0 ? (
        <div className="empty">
          <h3>No notices</h3>
          <p>When someone names you in a discussion, answers you or asks for your verdict, it is said here.</p>
        </div>
      ) : null}
      {hasOlder ? (
        <button type="button" className="btn more" disabled={isReading} onClick={() => void readOlder()}>
          {isReading ? 'One moment…' : 'Older notices'}
        </button>
      ) : null}
    </section>
  )
}
