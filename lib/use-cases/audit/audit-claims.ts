import { type AuditEvent, readEventsOfClaims } from '@/lib/db/audit-events'
import { type ClaimRows, claimPages, readFingerprints } from '@/lib/db/audit-statements'
import type { Tx } from '@/lib/db/client'
import { BrokenHistory, type ClaimState } from '@/lib/domain/history'
import { countStates, type MappedSpan, type StateCounts } from '@/lib/domain/map-version'
import { remap } from '@/lib/domain/remap'
import { replayHistory } from '@/lib/domain/replay-history'
import { chosenTargets, rowsOfClaim } from './claim-rows'
import { compareClaim, comparePins } from './compare-claim'
import { compareDecisions } from './compare-decisions'
import { compareTargets } from './compare-targets'
import type { DeskRules } from './desk-rules'
import type { Audit } from './findings'
import { matchRows } from './match-rows'
import type { StatementFacts } from './statement-facts'

/**
 * Looks at every claim of a statement with all that hangs on it; returns how many of the stream's events that were, and what
 * became of its passages in each version of the text, mapped anew.
 */
export async function auditClaims(
  tx: Tx,
  audit: Audit,
  workspaceId: string,
  statement: StatementFacts,
  rules: DeskRules,
): Promise<{ events: number; anchors: ReadonlyMap<number, StateCounts> }> {
  let events = 0
  const anchors = new Map<number, StateCounts>()
  for await (const claims of claimPages(tx, workspaceId, statement.id)) {
    const ids = claims.map(({ id }) => id)
    const history = await readEventsOfClaims(tx, workspaceId, statement.id, ids)
    events += history.length
    const citations = claims.flatMap(claim => claim.verdicts.flatMap(verdict => verdict.citations))
    const fingerprints = await readFingerprints(
      tx,
      workspaceId,
      citations.map(({ sourceId }) => sourceId),
    )
    const mapped = mappedAnew(audit, claims, statement)
    for (const [version, counts] of countByVersion(claims, mapped)) {
      const known = anchors.get(version) ?? { anchored: 0, changed: 0, orphaned: 0 }
      const { anchored, changed, orphaned } = counts
      anchors.set(version, {
        anchored: known.anchored + anchored,
        changed: known.changed + changed,
        orphaned: known.orphaned + orphaned,
      })
    }
    for (const claim of claims) {
      countRows(audit, claim)
      const own = history.filter(({ claimId }) => claimId === claim.id)
      matchRows(audit, `the history of statement ${statement.id}`, own, rowsOfClaim(claim, fingerprints))
      compareTargets(audit, claim, { statement, mapped, history: own })
      const state = replayed(audit, claim, own, rules)
      if (!state) continue
      audit.tally.statuses++
      comparePins(audit, claim, own[0], rules)
      compareClaim(audit, claim, state, fingerprints)
      compareDecisions(audit, claim, state, { statement, fingerprints, history: own })
    }
  }
  return { events, anchors }
}

type Mapped = ReadonlyMap<string, MappedSpan>

/** What the mapping made of the claims' passages, computed anew; nothing, and reported, where that cannot be. */
function mappedAnew(audit: Audit, claims: readonly ClaimRows[], statement: StatementFacts): Mapped {
  try {
    return remap(
      claims.flatMap(({ targets }) => targets),
      statement.texts,
    )
  } catch (error) {
    const ids = claims.flatMap(({ targets }) => targets.map(({ id }) => id))
    const why = error instanceof Error ? error.message : String(error)
    audit.report(`passages ${ids.join(', ')}`, `what became of them in newer texts cannot be computed: ${why}.`)
    return new Map()
  }
}

function countByVersion(claims: readonly ClaimRows[], mapped: Mapped): Map<number, StateCounts> {
  const spans = new Map<number, MappedSpan[]>()
  for (const { id, versionNumber } of claims.flatMap(({ targets }) => targets)) {
    const span = mapped.get(id)
    if (span) spans.set(versionNumber, [...(spans.get(versionNumber) ?? []), span])
  }
  return new Map([...spans].map(([version, all]) => [version, countStates(all)]))
}

/** What the history says of the claim; undefined, and reported, where it cannot be. */
function replayed(
  audit: Audit,
  claim: ClaimRows,
  history: readonly AuditEvent[],
  { policies, scales }: DeskRules,
): ClaimState | undefined {
  const { id, policyVersion, scaleVersion } = claim
  const place = `claim ${id}`
  try {
    const { claims } = replayHistory(history, {
      claims: [{ id, policyVersion, scaleVersion }],
      wordings: claim.revisions.map(row => ({ ...row, targets: chosenTargets(claim, row.number) })),
      verdicts: claim.verdicts,
      decisions: claim.decisions,
      quorumReasons: claim.quorumLowerings,
      policies,
      scales,
    })
    if (!claims[0]) audit.report(place, 'no event of its statement says that it was created.')
    return claims[0]
  } catch (error) {
    if (!(error instanceof BrokenHistory || error instanceof RangeError)) throw error
    audit.report(place, `its history cannot be replayed: ${error.message}.`)
    return undefined
  }
}

function countRows(audit: Audit, claim: ClaimRows): void {
  audit.saw('claim', 1)
  audit.saw('claim_revision', claim.revisions.length)
  audit.saw('target', claim.targets.length)
  audit.saw('target_review', claim.targets.filter(({ review }) => review !== null).length)
  audit.saw('round', claim.rounds.length)
  audit.saw('verdict', claim.verdicts.length)
  audit.saw('citation', claim.verdicts.flatMap(({ citations }) => citations).length)
  audit.saw('assignment', claim.assignments.length)
  audit.saw('recusal', claim.recusals.length)
  audit.saw('quorum_lowering', claim.quorumLowerings.length)
  audit.saw('comment', claim.comments.length)
  audit.saw('comment_revision', claim.comments.flatMap(({ revisions }) => revisions).length)
  audit.saw('comment_resolution', claim.comments.flatMap(({ resolutions }) => resolutions).length)
  audit.saw('correction', claim.corrections.length)
  audit.saw('decision', claim.decisions.length)
  audit.saw('reopening', claim.reopenings.length)
}
