import type { NoticeDraft } from '@/lib/db/notices'

/** Who was newly asked to rate which claims of a statement. */
type Asked = { claimId: string; added: readonly string[] }

/** One notice for everyone newly asked. */
export function askedNotices(statementId: string, asked: readonly Asked[]): NoticeDraft[] {
  const pairs = asked.flatMap(({ claimId, added }) => added.map(memberId => ({ claimId, memberId })))
  return noticesPerStatement('ASSIGNED', statementId, pairs)
}

/** One notice a member: of the claim or, where it is several, of the statement. */
export function noticesPerStatement(
  kind: NoticeDraft['kind'],
  statementId: string,
  pairs: readonly { memberId: string; claimId: string }[],
): NoticeDraft[] {
  const claimsOf = new Map<string, Set<string>>()
  for (const { memberId, claimId } of pairs) claimsOf.set(memberId, (claimsOf.get(memberId) ?? new Set()).add(claimId))
  return [...claimsOf].map(([memberId, claims]) => {
    const [claimId, ...more] = claims
    return { memberId, kind, statementId, ...(claimId && more.length === 0 ? { claimId } : {}) }
  })
}
