import type { StatementText } from '@/lib/db/claim-revisions'
import type { Tx } from '@/lib/db/client'
import { readVersionTexts } from '@/lib/db/statement-versions'
import { type AcceptedTarget, readAccepted } from '@/lib/db/target-mapping'
import type { Actor } from '@/lib/domain/actor'
import { countStates, type MappedSpan, mapVersion, type StateCounts } from '@/lib/domain/map-version'

/** What another text would do to every passage of a statement, and to how many what. */
export type Mapping = {
  targets: readonly AcceptedTarget[]
  /** Of each target, in their order. */
  mapped: readonly MappedSpan[]
  counts: StateCounts
  textOf: (version: number) => string
}

/** Compares another text with those in which the statement's passages were last accepted. Stores nothing. */
export async function mapCurrent(
  tx: Tx,
  actor: Actor,
  current: StatementText & { text: string },
  text: string,
): Promise<Mapping> {
  const { statementId, versionNumber } = current
  const targets = await readAccepted(tx, actor, statementId)
  const earlier = targets.map(({ anchoredIn }) => anchoredIn).filter(number => number !== versionNumber)
  const texts =
    earlier.length === 0 ? new Map<number, string>() : await readVersionTexts(tx, actor, statementId, earlier)
  texts.set(versionNumber, current.text)
  const textOf = (version: number) => {
    const known = texts.get(version)
    if (known === undefined) throw new RangeError(`statement ${statementId} has no version ${version}`)
    return known
  }
  const mapped = mapVersion(targets, textOf, { number: versionNumber + 1, text })
  return { targets, mapped, counts: countStates(mapped), textOf }
}
