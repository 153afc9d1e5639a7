/** What the audit of claims and publications needs to know of their statement. */
export type StatementFacts = {
  id: string
  /** By version number. */
  texts: ReadonlyMap<number, string>
  currentVersion: number
  /** Which event brought each version of the text in. */
  versionsSince: ReadonlyMap<number, number>
  /** Who the statement's details named as its claimant from an event on, in order. */
  claimants: readonly { seq: number; claimant: string }[]
}

/** Which version of the text was the current one when event `seq` was written. */
export function versionAt({ versionsSince }: StatementFacts, seq: number): number {
  let current = 0
  for (const [version, since] of versionsSince) if (since < seq && version > current) current = version
  return current
}

/** Who was said to claim what the statement claims when event `seq` was written. */
export function claimantAt({ claimants }: StatementFacts, seq: number): string {
  return claimants.findLast(known => known.seq < seq)?.claimant ?? ''
}
