import { type AcceptedSpan, type MappedSpan, mapVersion } from './map-version'
import type { SpanSelector } from './selectors'
import type { AnchorState } from './vocabulary'

/** A target as it is stored: of one wording of a claim, in one version of the text. */
export interface StoredTarget extends SpanSelector {
  readonly id: string
  readonly claimId: string
  readonly claimRevision: number
  readonly versionNumber: number
  readonly ord: number
  readonly anchorState: AnchorState
  readonly anchoredIn: number
}

/**
 * What the mapping made of each stored target, before any person looked at it, computed anew; by the target's id. Those
 * that were highlighted in their version are not among them, nor those of which an earlier row or a text is missing.
 * `targets` are all of the claims concerned.
 */
export function remap(
  targets: readonly StoredTarget[],
  texts: ReadonlyMap<number, string>,
): ReadonlyMap<string, MappedSpan> {
  const byPlace = new Map(targets.map(target => [placeOf(target, target.versionNumber), target]))
  const asked = new Map<number, { id: string; accepted: AcceptedSpan }[]>()
  for (const target of targets) {
    const accepted = acceptedBefore(target, byPlace)
    if (!accepted || !texts.has(accepted.anchoredIn)) continue
    const sameVersion = asked.get(target.versionNumber) ?? []
    sameVersion.push({ id: target.id, accepted })
    asked.set(target.versionNumber, sameVersion)
  }
  const found = new Map<string, MappedSpan>()
  for (const [number, spans] of asked) {
    const text = texts.get(number)
    if (text === undefined) continue
    const own = spans.map(({ accepted }) => accepted)
    const mapped = mapVersion(own, version => texts.get(version) ?? '', { number, text })
    spans.forEach(({ id }, index) => {
      const span = mapped[index]
      if (span) found.set(id, span)
    })
  }
  return found
}

/** The words that a target was compared by: those of the version before, or those that had been accepted before that. */
function acceptedBefore(target: StoredTarget, byPlace: ReadonlyMap<string, StoredTarget>): AcceptedSpan | undefined {
  const before = byPlace.get(placeOf(target, target.versionNumber - 1))
  if (!before) return undefined
  const accepted = before.anchorState === 'ANCHORED' ? before : byPlace.get(placeOf(target, before.anchoredIn))
  return accepted && { ...accepted, anchoredIn: accepted.versionNumber }
}

function placeOf({ claimId, claimRevision, ord }: StoredTarget, version: number): string {
  return `${claimId} ${claimRevision} ${version} ${ord}`
}
