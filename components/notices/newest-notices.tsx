'use client'

import { useState } from 'react'
import { NoticeLine } from './notice-line'
import type { NoticePage } from './use-notices'
import { useReadNotices } from './use-read-notices'

type Props = { page: NoticePage; onLeave: () => void; onEmptied: () => void }

/** The list as it was when it was opened: what comes meanwhile is counted on the bell and moves nothing here. */
export function NewestNotices({ page, onLeave, onEmptied }: Props) {
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
