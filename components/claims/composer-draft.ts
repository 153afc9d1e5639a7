import type { Span } from '@/components/statement/span'

/** What a claim says, as it is typed; empty text for what is as the statement has it. */
export type Wording = { claimReviewed: string; claimant: string; saidOn: string }

export const EMPTY_WORDING: Wording = { claimReviewed: '', claimant: '', saidOn: '' }

/** Under which name the browser keeps what is being written about a passage. */
export function composerDraftKey(statementId: string, { start, end }: Span): string {
  return `claim:${statementId}:${start}-${end}`
}

let entered: string | null = null

/** Enter was pressed under this key before there was anything that could save; null takes it back. */
export function rememberEnter(key: string | null): void {
  entered = key
}

/** Whether it was, told once. */
export function takeEnter(key: string): boolean {
  const was = entered === key
  if (was) entered = null
  return was
}
