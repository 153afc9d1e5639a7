import Link from 'next/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { NoticeDto } from '@/lib/contracts/notices'
import { noticeSentence } from '@/lib/domain/notice-sentence'
import { textOf } from '@/lib/domain/sentence'

type Props = { notice: NoticeDto; onOpen: () => void }

/** One notice: what happened, on which claim, and when. The whole line leads there. */
export function NoticeLine({ notice, onOpen }: Props) {
  const { claim, statement, isRead, at } = notice
  return (
    <li>
      <Link className="notice-line" href={noticeHref(notice)} data-unread={!isRead} onClick={onOpen}>
        <span className="notice-dot">{isRead ? null : <span className="vh">Unread: </span>}</span>
        <span className="notice-what">{textOf(noticeSentence(notice))}</span>
        <span className="small">
          <RelativeTime at={at} />
        </span>
        <span className="notice-where" dir="auto">
          {claim ? claim.claimReviewed : statement.title}
        </span>
      </Link>
    </li>
  )
}

/** Where it happened: the comment, the claim or the statement; for a reader’s report, where it is answered. */
function noticeHref({ kind, statement, claim, commentId }: NoticeDto): string {
  if (kind === 'REPORT_RECEIVED') return '/inbox#reports'
  const place = new URLSearchParams({
    ...(claim ? { claim: claim.id } : {}),
    ...(commentId ? { comment: commentId } : {}),
  })
  return place.size > 0 ? `/statements/${statement.id}?${place}` : `/statements/${statement.id}`
}
