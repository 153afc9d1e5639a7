import type { ClaimRows } from '@/lib/db/audit-statements'
import { describeSpan } from '@/lib/domain/selectors'
import type { Audit } from './findings'
import type { StatementFacts } from './statement-facts'

/** Compares every passage with the text that it was highlighted in. */
export function compareTargets(audit: Audit, claim: ClaimRows, statement: StatementFacts): void {
  for (const target of claim.targets) {
    const place = `passage ${target.id} of claim ${claim.id}`
    audit.expect(place, 'statement_id', target.statementId, statement.id)
    audit.expect(place, 'anchor_state', target.anchorState, 'ANCHORED')
    if (!claim.revisions.some(({ number }) => number === target.claimRevision)) {
      audit.report(place, `the claim has no revision ${target.claimRevision}.`)
    }
    const text = statement.texts.get(target.versionNumber)
    if (text === undefined) {
      audit.report(place, `the statement has no version ${target.versionNumber}.`)
      continue
    }
    const { exact, prefix, suffix } = describeSpan(text, target.start, target.end)
    audit.expect(place, 'exact', target.exact, exact)
    audit.expect(place, 'prefix', target.prefix, prefix)
    audit.expect(place, 'suffix', target.suffix, suffix)
    const before = claim.targets.filter(
      other =>
        other.claimRevision === target.claimRevision &&
        other.versionNumber === target.versionNumber &&
        other.ord < target.ord,
    )
    audit.expect(place, 'ord', target.ord, before.length)
  }
}
