import { contentHash, type Json } from '@/lib/domain/hash'
import type { HistoryEvent } from '@/lib/domain/history'
import type { Audit } from './findings'
import { ROW_KINDS, type RowKind } from './row-kinds'

/** One row with content, as the audit looks at it. */
export type AuditRow = {
  table: string
  /** Which row, in words with its ids. */
  place: string
  /** What its event calls it; unique among the table's rows of one stream. */
  key: string
  /** The type and body that its content hash covers. */
  type: string
  body: Json
  salt: string
  contentHash: string
  /** Whose act it is; undefined where the row does not say. */
  by: string | null | undefined
  at: Date
  /** What its event's ids must say of it besides. */
  ids?: { readonly [name: string]: Json }
}

export type AnnouncingEvent = HistoryEvent & { readonly contentHash: string | null }

/** Where each announced row's event stands, by table and key. */
export type Announced = ReadonlyMap<string, AnnouncingEvent>

/** Compares rows with what their own hashes and the events that announce them say, both ways. */
export function matchRows(
  audit: Audit,
  stream: string,
  events: readonly AnnouncingEvent[],
  rows: readonly AuditRow[],
): void {
  const announced = announcedBy(audit, stream, events)
  const present = new Set(rows.map(({ table, key }) => `${table} ${key}`))
  for (const [name, event] of announced) {
    if (!present.has(name)) report(audit, stream, event, `announces ${name}, and there is no such row.`)
  }
  for (const row of rows) {
    matchHash(audit, row)
    const event = announced.get(`${row.table} ${row.key}`)
    if (event) matchEvent(audit, row, event)
    else audit.report(row.place, `no event of ${stream} announces this row.`)
  }
}

function announcedBy(audit: Audit, stream: string, events: readonly AnnouncingEvent[]): Announced {
  const announced = new Map<string, AnnouncingEvent>()
  for (const event of events) {
    const kinds = kindsOf(event)
    if (kinds.length === 0 && event.contentHash !== null && !OTHERWISE_HASHED.has(event.type)) {
      report(audit, stream, event, 'carries the hash of content, and no row is known for it.')
    }
    for (const kind of kinds) {
      const key = keyOf(audit, stream, event, kind)
      if (key === null) continue
      const name = `${kind.table} ${key}`
      if (announced.has(name)) report(audit, stream, event, `announces ${name} a second time.`)
      announced.set(name, event)
    }
  }
  return announced
}

/** Their rows can still be ended, so what they hash is looked at where the ending is. */
const OTHERWISE_HASHED: ReadonlySet<string> = new Set(['share.created', 'invite.created', 'token.created'])

function kindsOf({ type }: AnnouncingEvent): RowKind[] {
  return ROW_KINDS.filter(kind => kind.announcedBy.includes(type))
}

function keyOf(audit: Audit, stream: string, event: AnnouncingEvent, kind: RowKind): string | null {
  try {
    return kind.keyOf(event)
  } catch (error) {
    report(audit, stream, event, error instanceof Error ? error.message : String(error))
    return null
  }
}

function matchHash(audit: Audit, row: AuditRow): void {
  audit.expect(row.place, 'content_hash', row.contentHash, hashOf(row))
}

function hashOf({ salt, type, body }: AuditRow): string {
  try {
    return contentHash(salt, type, body)
  } catch (error) {
    return `none (${error instanceof Error ? error.message : String(error)})`
  }
}

function matchEvent(audit: Audit, row: AuditRow, event: AnnouncingEvent): void {
  const { place } = row
  audit.expect(place, `the content_hash in event ${event.seq} (${event.type})`, event.contentHash, row.contentHash)
  if (row.by !== undefined) audit.expect(place, `who did it (event ${event.seq})`, row.by, event.actorId)
  audit.expect(place, `when (event ${event.seq})`, row.at, event.at)
  for (const [name, value] of Object.entries(row.ids ?? {})) {
    audit.expect(place, `${name} (event ${event.seq})`, value, idOf(event.ids, name))
  }
}

function idOf(ids: Json, name: string): Json {
  if (typeof ids !== 'object' || ids === null || Array.isArray(ids)) return null
  return (ids as { readonly [key: string]: Json | undefined })[name] ?? null // neither a list nor null, so an object
}

function report(audit: Audit, stream: string, event: AnnouncingEvent, problem: string): void {
  audit.report(`${stream}, event ${event.seq} (${event.type})`, problem)
}
