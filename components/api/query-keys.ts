/** Names of what is read, from coarse to fine, so that a change can say what it makes stale. */
export const queryKeys = {
  me: ['me'] as const,
  statements: ['statements'] as const,
  statement: (statementId: string) => ['statement', statementId] as const,
  claims: (statementId: string) => ['statement', statementId, 'claims'] as const,
  claim: (claimId: string) => ['claim', claimId] as const,
  comments: (claimId: string) => ['claim', claimId, 'comments'] as const,
  history: (statementId: string, claimId: string | null) => ['statement', statementId, 'history', claimId] as const,
  publications: (statementId: string) => ['statement', statementId, 'publications'] as const,
  shares: (statementId: string) => ['statement', statementId, 'shares'] as const,
  queue: (of: 'verdicts' | 'decisions') => ['queue', of] as const,
  workspace: ['workspace'] as const,
  policies: ['workspace', 'policies'] as const,
  scales: ['workspace', 'scales'] as const,
  members: ['members'] as const,
  invites: ['invites'] as const,
  tokens: ['tokens'] as const,
}
