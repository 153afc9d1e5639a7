import type { NoticeDraft } from '@/lib/db/notices'

/** Who was newly asked to rate which claims of a statement. */
type Asked = { claimId: string; added: readonly string[] }

/** One notice for everyone newly asked: of the claim, or, where it is several, of the statement. */
export function askedNotices(statementId: string, asked: readonly Asked[]): NoticeDraft[] {
  const claimsOf = new Map<string, string[]>()
  for (const { claimId, added } of asked) {
    for (const memberId of added) claimsOf.set(memberId, [...(claimsOf.get(memberId) ?? []), claimId])
  }
  return [...claimsOf].map(([memberId, [claimId, ...more]]) => ({
    memberId,
    kind: 'ASSIGNED' as const,
    statementId,
    ...(claimId && more.length === 0 ? { claimId } : {}),
  }))
}
