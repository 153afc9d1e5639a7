/** The fragment of a claim's passage in the running text: `mark-3`, and `mark-3-2` for its second one. */
export function markId(claim: number, place: number): string {
  return place === 1 ? `mark-${claim}` : `mark-${claim}-${place}`
}
