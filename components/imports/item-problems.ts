import type { ApiProblem } from '@/components/api/call'
import type { ItemProblem } from './import-choices'

/** What a refusal says of single annotations, by their place in the file; `sent` are the places of those that were sent, in order. */
export function problemsByItem(problem: ApiProblem | null, sent: readonly number[]): ReadonlyMap<number, ItemProblem> {
  const problems = new Map<number, ItemProblem>()
  for (const { path, message } of problem?.errors ?? []) {
    const [, at, field] = /^items\.(\d+)\.(\w+)/.exec(path) ?? []
    const index = at === undefined ? undefined : sent[Number(at)]
    if (index !== undefined) problems.set(index, { field: field === 'claimReviewed' ? 'sentence' : 'place', message })
  }
  return problems
}
