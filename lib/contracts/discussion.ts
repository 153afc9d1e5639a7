import { z } from 'zod'
import { STANCES } from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Person } from './people'
import { Id, requiredText, Timestamp, Version } from './scalars'

/** What a comment quotes: a verdict of a round that is open to all, or one of its citations. */
export const CommentQuote = z
  .object({
    verdictId: Id,
    /** Null where the verdict itself is quoted. */
    citationId: Id.nullable(),
    round: z.int(),
    reviewer: Person,
    /** The verdict’s rating, by its key in the claim’s scale. */
    rating: z.string(),
    /** What the source does to the claim, and which it is; null where the verdict itself is quoted. */
    stance: z.enum(STANCES).nullable(),
    source: z.object({ title: z.string(), publisher: z.string().nullable(), url: z.string().nullable() }).nullable(),
    /** Beginning of the rationale, or of the source’s passage; the whole is in the claim’s rounds. */
    text: z.string(),
  })
  .meta({ id: 'CommentQuote' })
export type CommentQuoteDto = z.infer<typeof CommentQuote>

export const Comment = z
  .object({
    id: Id,
    author: Person,
    /** As it stands now; empty once its author has taken it back. */
    text: z.string(),
    /** When it was written. */
    at: Timestamp,
    /** The thread it answers in; null for the comment that began one. */
    parentId: Id.nullable(),
    /** The round after which it was written. */
    round: z.int(),
    /** Whom it addresses, also those who have left since. */
    mentions: z.array(Person),
    quote: CommentQuote.nullable(),
    /** Counts wordings; an edit carries the one it was made on. */
    version: Version,
    /** When it was last reworded; null where it stands as written. */
    editedAt: Timestamp.nullable(),
    /** Taken back by its author; what answers it stays. */
    isWithdrawn: z.boolean(),
    /** The latest word on whether its thread is settled; null where there was none, and for answers. */
    resolution: z.object({ isResolved: z.boolean(), by: Person, at: Timestamp }).nullable(),
  })
  .meta({ id: 'Comment' })
export type CommentDto = z.infer<typeof Comment>

/** One wording of a comment. */
const CommentWording = z
  .object({ number: z.int(), text: z.string(), mentions: z.array(Person), at: Timestamp })
  .meta({ id: 'CommentWording' })

const commentId = { commentId: Id }
const wording = {
  text: requiredText(5_000),
  /** Whom it addresses. The text names them too, as in “@Name”. */
  mentionIds: z.array(Id).max(20, 'A comment addresses at most 20 members.').default([]),
}

export const listCommentsContract = defineContract(
  'listComments',
  'GET /claims/{claimId}/comments',
  'The claim’s discussion, oldest first. It stays readable while a round is open.',
  z.strictObject({ claimId: Id }),
  z.object({ items: z.array(Comment) }),
)

export const createCommentContract = defineContract(
  'createComment',
  'POST /claims/{claimId}/comments',
  'Adds to the discussion. Answering an answer goes to its thread, and takes it up again if it was resolved. Waits while a round is open.',
  z
    .strictObject({
      claimId: Id,
      ...wording,
      parentId: Id.nullable().default(null),
      /** A verdict of one of the claim’s closed rounds. */
      quotedVerdictId: Id.nullable().default(null),
      /** A citation of such a verdict. */
      quotedCitationId: Id.nullable().default(null),
    })
    .refine(({ quotedVerdictId, quotedCitationId }) => quotedVerdictId === null || quotedCitationId === null, {
      path: ['quotedCitationId'],
      message: 'Quote a verdict or a citation, not both.',
    }),
  Comment,
  { status: 201 },
)

export const editCommentContract = defineContract(
  'editComment',
  'PATCH /comments/{commentId}',
  'Rewords one’s own comment; the earlier wordings are kept. Waits while a round is open.',
  z.strictObject({ ...commentId, ...wording, version: Version }),
  Comment,
)

export const withdrawCommentContract = defineContract(
  'withdrawComment',
  'DELETE /comments/{commentId}',
  'Takes one’s own comment back. What answers it stays.',
  z.strictObject(commentId),
  Comment,
)

export const listCommentRevisionsContract = defineContract(
  'listCommentRevisions',
  'GET /comments/{commentId}/revisions',
  'Every wording of a comment, oldest first; none once it was taken back.',
  z.strictObject(commentId),
  z.object({ items: z.array(CommentWording) }),
)

export const resolveCommentContract = defineContract(
  'resolveComment',
  'PUT /comments/{commentId}/resolution',
  'Settles a thread, or takes it up again; the comment may be any of it. Repeating changes nothing. Waits while a round is open.',
  z.strictObject({ ...commentId, isResolved: z.boolean() }),
  Comment,
)
