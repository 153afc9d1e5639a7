import {
  BrokenHistory,
  type HistoryEvent,
  type HistoryMoment,
  type HistoryRows,
  type PublicationState,
  type StatementState,
} from '@/lib/domain/history'
import { numberIn, textIn } from '@/lib/domain/history-ids'
import { type RowsByEvent, rowsByEvent } from '@/lib/domain/history-rows'
import { CLAIM_ACTS, type ClaimDraft, createdBy, settled } from '@/lib/domain/replay-claim'

/**
 * What a statement's history says of it and of each of its claims, up to a moment: pure, and the same for everyone.
 *
 * `events` are the stream's in order of `seq`; all of them, or all that concern some of its claims. `rows` are what they
 * announce. Throws BrokenHistory where an event's row is missing or an event cannot follow those before it.
 */
export function replayHistory(
  events: readonly HistoryEvent[],
  rows: HistoryRows,
  until: HistoryMoment = {},
): StatementState {
  const claims = new Map<string, ClaimDraft>()
  const publications: PublicationState[] = []
  const statement = { seq: 0, at: null as string | null, revision: 0, version: 0 }
  const byEvent = rowsByEvent(rows)
  for (const event of events) {
    if (isAfter(event, until)) break
    statement.seq = event.seq
    statement.at = event.at
    if (event.claimId === null) {
      tellStatement(statement, publications, event)
      if (event.type === 'statement.version-added') followText(claims.values(), statement.version, byEvent)
    } else if (event.type === 'claim.created') claims.set(event.claimId, createdBy(event, event.claimId, byEvent))
    else {
      const claim = claims.get(event.claimId)
      if (!claim) throw new BrokenHistory(event, 'the claim was not created before')
      CLAIM_ACTS[event.type]?.(claim, event, byEvent)
      claim.last = event
    }
  }
  return { ...statement, publications, claims: [...claims.values()].map(settled) }
}

/** Every claim's passages are where the mapping left them in the new text. */
function followText(claims: Iterable<ClaimDraft>, version: number, rows: RowsByEvent): void {
  for (const claim of claims) {
    const mapped = rows.mapped(claim.id, claim.revision, version)
    if (mapped) claim.targets = mapped.map(row => row.mapped)
  }
}

function isAfter(event: HistoryEvent, { seq, at }: HistoryMoment): boolean {
  return (seq !== undefined && event.seq > seq) || (at !== undefined && Date.parse(event.at) > Date.parse(at))
}

function tellStatement(
  statement: { revision: number; version: number },
  publications: PublicationState[],
  event: HistoryEvent,
): void {
  switch (event.type) {
    case 'statement.created':
      statement.revision = numberIn(event, 'revision')
      statement.version = numberIn(event, 'version')
      return
    case 'statement.version-added':
      statement.version = numberIn(event, 'version')
      return
    case 'statement.edited':
      statement.revision = numberIn(event, 'revision')
      return
    case 'statement.published': {
      const { actorId: byId, at } = event
      const publicationId = textIn(event, 'publicationId')
      publications.push({ publicationId, number: numberIn(event, 'number'), byId, at })
      return
    }
  }
}
