import type { CommentDto } from '@/lib/contracts/discussion'

export type Thread = { first: CommentDto; answers: readonly CommentDto[] }

/** The discussion as threads, oldest first, each with its answers. */
export function threadsOf(comments: readonly CommentDto[]): Thread[] {
  return comments
    .filter(({ parentId }) => parentId === null)
    .map(first => ({ first, answers: comments.filter(({ parentId }) => parentId === first.id) }))
}

/** True for a thread that someone settled and nobody took up again. */
export function isSettled({ first }: Thread): boolean {
  return first.resolution?.isResolved === true
}

/** True where every comment was taken back: nothing of it is left to show or to settle. */
export function isGone({ first, answers }: Thread): boolean {
  return [first, ...answers].every(({ isWithdrawn }) => isWithdrawn)
}

/** How many threads wait to be settled, as the server counts them for the claim. */
export function countOpen(comments: readonly CommentDto[]): number {
  return threadsOf(comments).filter(thread => !isSettled(thread) && !isGone(thread)).length
}

/**
 * What is shown while others write: one's own comments and those one has asked to see. What came since is counted and
 * waits, so that nothing moves under one's eyes.
 */
export function shownOf(comments: readonly CommentDto[], known: ReadonlySet<string>, myId: string) {
  const shown = comments.filter(({ id, author }) => known.has(id) || author.id === myId)
  return { shown, fresh: comments.length - shown.length }
}
