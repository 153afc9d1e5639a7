import { BrokenHistory, type HistoryEvent, type HistoryRows, type MappedTargetRow } from '@/lib/domain/history'
import { numberIn, textIn } from '@/lib/domain/history-ids'

export type RowsByEvent = ReturnType<typeof rowsByEvent>

/** A history's rows as its events call them. Each look-up throws BrokenHistory where the event's row is missing. */
export function rowsByEvent(rows: HistoryRows) {
  const claims = new Map(rows.claims.map(row => [row.id, row]))
  const wordings = new Map(rows.wordings.map(row => [`${row.claimId} ${row.number}`, row]))
  const verdicts = new Map(rows.verdicts.map(row => [row.id, row]))
  const decisions = new Map(rows.decisions.map(row => [row.id, row]))
  const reasons = new Map(rows.quorumReasons.map(row => [`${row.claimId} ${row.number}`, row.reason]))
  const mapped = new Map<string, MappedTargetRow[]>()
  for (const row of rows.mappedTargets ?? []) {
    const key = `${row.claimId} ${row.claimRevision} ${row.versionNumber}`
    mapped.set(key, [...(mapped.get(key) ?? []), row])
  }
  const policies = new Map(rows.policies.map(row => [row.version, row]))
  const scales = new Map(rows.scales.map(row => [row.version, row]))
  function present<T>(event: HistoryEvent, row: T | undefined, what: string): T {
    if (row === undefined) throw new BrokenHistory(event, `${what} is missing`)
    return row
  }
  return {
    claim: (event: HistoryEvent, id: string) => present(event, claims.get(id), 'its claim'),
    wording(event: HistoryEvent, claimId: string, number: number) {
      const row = present(event, wordings.get(`${claimId} ${number}`), `revision ${number} of the claim`)
      const { claimReviewed, claimant, saidOn, targets } = row
      return { revision: number, claimReviewed, claimant, saidOn, targets }
    },
    /** What became of a wording's passages in a version of the text, in their order; undefined where nobody says. */
    mapped: (claimId: string, revision: number, version: number) =>
      mapped.get(`${claimId} ${revision} ${version}`)?.toSorted((one, other) => one.ord - other.ord),
    verdict: (event: HistoryEvent) => present(event, verdicts.get(textIn(event, 'verdictId')), 'its verdict'),
    decision: (event: HistoryEvent) => present(event, decisions.get(textIn(event, 'decisionId')), 'its decision'),
    quorumReason: (event: HistoryEvent, claimId: string) =>
      present(event, reasons.get(`${claimId} ${numberIn(event, 'lowering')}`), 'why the quorum was lowered'),
    policy: (event: HistoryEvent, version: number) => present(event, policies.get(version), `policy ${version}`),
    scale: (event: HistoryEvent, version: number) => present(event, scales.get(version), `scale ${version}`),
  }
}
