import type { NoticeKind } from '@/lib/domain/vocabulary'

/** Whom to tell, and of what: ids and a word, never what anyone wrote or rated. */
export interface NoticeAbout {
  readonly memberId: string
  readonly kind: NoticeKind
  readonly statementId: string
  readonly claimId?: string
  readonly commentId?: string
}

/** Those of the notices that tell someone something: none of one's own acts, none twice. Keeps the order. */
export function worthTelling(actorId: string | null, drafts: readonly NoticeAbout[]): NoticeAbout[] {
  const told = new Set<string>()
  return drafts.filter(({ memberId, kind, statementId, claimId, commentId }) => {
    const key = [memberId, kind, statementId, claimId, commentId].join(' ')
    if (memberId === actorId || told.has(key)) return false
    told.add(key)
    return true
  })
}
