import { z } from 'zod'
import { NOTICE_KINDS } from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Person } from './people'
import { Cursor, Id, PageSize, Timestamp } from './scalars'

/** Something the caller should know of: what happened and where, never what anyone rated. */
export const Notice = z
  .object({
    id: Id,
    kind: z.enum(NOTICE_KINDS),
    /** Who did it; null for the desk itself or a reader. */
    actor: Person.nullable(),
    statement: z.object({ id: Id, title: z.string() }),
    claim: z.object({ id: Id, claimReviewed: z.string() }).nullable(),
    commentId: Id.nullable(),
    at: Timestamp,
    isRead: z.boolean(),
  })
  .meta({ id: 'Notice' })
export type NoticeDto = z.infer<typeof Notice>

export const listNoticesContract = defineContract(
  'listNotices',
  'GET /notices',
  'What the caller should know of, newest first, and how much of it they have not read.',
  z.strictObject({ cursor: Cursor.optional(), limit: PageSize.default(20) }),
  z.object({ items: z.array(Notice), nextCursor: z.string().nullable(), unread: z.int() }),
)

export const readNoticesContract = defineContract(
  'readNotices',
  'POST /notices/read',
  'Marks the caller’s own notices as read: `ids`, or everything up to and with `upTo`.',
  z
    .strictObject({
      ids: z.array(Id).min(1).max(200).optional(),
      /** The newest notice that was seen. */
      upTo: Id.optional(),
    })
    .refine(({ ids, upTo }) => (ids === undefined) !== (upTo === undefined), {
      path: ['ids'],
      message: 'Name the notices by ids, or the newest of them by upTo.',
    }),
  z.object({ unread: z.int() }),
)
