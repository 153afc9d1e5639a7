import type { AuditEvent } from '@/lib/db/audit-events'
import type { ClaimRows } from '@/lib/db/audit-statements'
import { valueIn } from '@/lib/domain/history-ids'
import type { MappedSpan } from '@/lib/domain/map-version'
import { describeSpan } from '@/lib/domain/selectors'
import { chosenTargets } from './claim-rows'
import type { Audit } from './findings'
import { type StatementFacts, versionAt } from './statement-facts'

type TargetRow = ClaimRows['targets'][number]

type Around = {
  statement: StatementFacts
  /** What the mapping made of each target, computed anew. */
  mapped: ReadonlyMap<string, MappedSpan>
  /** The claim's events. */
  history: readonly AuditEvent[]
}

/**
 * Compares every passage with the text that it was highlighted in, or with what the mapping makes of it in its version and
 * what a person said of it since; then what the claim copies of them.
 */
export function compareTargets(audit: Audit, claim: ClaimRows, around: Around): void {
  for (const target of claim.targets) {
    const place = `passage ${target.id} of claim ${claim.id}`
    audit.expect(place, 'statement_id', target.statementId, around.statement.id)
    if (!claim.revisions.some(({ number }) => number === target.claimRevision)) {
      audit.report(place, `the claim has no revision ${target.claimRevision}.`)
    }
    compareOrder(audit, place, claim, target)
    compareSpan(audit, place, claim, target, around)
  }
  comparePresence(audit, claim, around)
  compareStanding(audit, claim, around.statement)
}

function compareOrder(audit: Audit, place: string, claim: ClaimRows, target: TargetRow): void {
  const before = claim.targets.filter(
    other =>
      other.claimRevision === target.claimRevision &&
      other.versionNumber === target.versionNumber &&
      other.ord < target.ord,
  )
  audit.expect(place, 'ord', target.ord, before.length)
}

function compareSpan(
  audit: Audit,
  place: string,
  claim: ClaimRows,
  target: TargetRow,
  { statement, mapped }: Around,
): void {
  const { review, versionNumber } = target
  const text = statement.texts.get(versionNumber)
  if (text === undefined) {
    audit.report(place, `the statement has no version ${versionNumber}.`)
    return
  }
  const isHighlighted = chosenTargets(claim, target.claimRevision).includes(target)
  const found = mapped.get(target.id)
  if (!isHighlighted && !found) {
    audit.report(place, 'what it was mapped from is missing.')
    return
  }
  if (found && !review) {
    audit.expect(place, 'start', target.start, found.start)
    audit.expect(place, 'end', target.end, found.end)
  }
  const should = found && !review ? found : describeSpan(text, target.start, target.end)
  audit.expect(place, 'exact', target.exact, should.exact)
  audit.expect(place, 'prefix', target.prefix, should.prefix)
  audit.expect(place, 'suffix', target.suffix, should.suffix)
  const { anchorState, anchoredIn } = found && !review ? found : { anchorState: 'ANCHORED', anchoredIn: versionNumber }
  audit.expect(place, 'anchor_state', target.anchorState, anchorState)
  audit.expect(place, 'anchored_in', target.anchoredIn, anchoredIn)
  if (review) compareReview(audit, `review of ${place}`, target, review, found)
}

function compareReview(
  audit: Audit,
  place: string,
  target: TargetRow,
  review: NonNullable<TargetRow['review']>,
  found: MappedSpan | undefined,
): void {
  audit.expect(place, 'start', review.start, target.start)
  audit.expect(place, 'end', review.end, target.end)
  audit.expect(place, 'exact', review.exact, target.exact)
  audit.expect(place, 'found', review.found, found?.anchorState ?? 'nothing to look at')
  const isThere = found?.anchorState === 'CHANGED' && found.start === review.start && found.end === review.end
  audit.expect(place, 'action', review.action, isThere ? 'CONFIRMED' : 'RETARGETED')
}

/** Every wording has its passages in the version it was written for and in each that came while it was the claim's. */
function comparePresence(audit: Audit, claim: ClaimRows, { statement, history }: Around): void {
  const worded = history.filter(({ type }) => type === 'claim.created' || type === 'claim.edited')
  const wanted = new Set<string>()
  worded.forEach((event, index) => {
    const revision = Number(valueIn(event, 'revision'))
    const until = worded[index + 1]?.seq ?? Number.POSITIVE_INFINITY
    const first = versionAt(statement, event.seq)
    const versions = [...statement.versionsSince].filter(([, since]) => since > event.seq && since < until)
    const ords = chosenTargets(claim, revision).map(({ ord }) => ord)
    for (const version of [first, ...versions.map(([number]) => number)]) {
      for (const ord of ords) wanted.add(`passage ${ord} of wording ${revision} in version ${version}`)
    }
  })
  for (const { id, claimRevision, versionNumber, ord } of claim.targets) {
    const name = `passage ${ord} of wording ${claimRevision} in version ${versionNumber}`
    if (!wanted.delete(name)) audit.report(`passage ${id} of claim ${claim.id}`, `no event made ${name}.`)
  }
  for (const name of wanted) audit.report(`claim ${claim.id}`, `${name} is missing (table target).`)
}

/** The claim's columns that follow from its passages in the current text. */
function compareStanding(audit: Audit, claim: ClaimRows, { currentVersion }: StatementFacts): void {
  const place = `claim ${claim.id}`
  const now = claim.targets.filter(
    ({ claimRevision, versionNumber }) => claimRevision === claim.revision && versionNumber === currentVersion,
  )
  audit.expect(place, 'sort_start', claim.sortStart, Math.min(...now.map(({ start }) => start)))
  const isLive = claim.stage === 'OPEN' || claim.stage === 'DECIDED'
  const isSuspended = isLive && now.some(({ anchorState }) => anchorState !== 'ANCHORED')
  audit.expect(place, 'whether it is suspended', claim.suspendedAt !== null, isSuspended)
}
