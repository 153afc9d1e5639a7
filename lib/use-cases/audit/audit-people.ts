import type { DeskRows } from '@/lib/db/audit-desk'
import type { AuditEvent } from '@/lib/db/audit-events'
import { inviteHash } from '@/lib/db/invites'
import { tokenRowHash } from '@/lib/db/tokens'
import { valueIn } from '@/lib/domain/history-ids'
import type { Audit } from './findings'

type MemberTold = { role: unknown; isTrainee: boolean; joinedAt: string; removedAt: string | null; version: number }
type InviteTold = {
  role: unknown
  byId: string | null
  at: string
  /** Null in older histories. */
  contentHash: string | null
  revokedAt: string | null
  accepted: { memberId: string; at: string } | null
}
type TokenTold = { memberId: string | null; at: string; contentHash: string | null; revokedAt: string | null }

/** What a desk's history says of its people, one event at a time. */
export function peopleFold() {
  const members = new Map<string, MemberTold>()
  const invites = new Map<string, InviteTold>()
  const tokens = new Map<string, TokenTold>()

  function joined(id: string, event: AuditEvent): void {
    const before = members.get(id)
    const version = (before?.version ?? 0) + 1
    members.set(id, { role: valueIn(event, 'role'), isTrainee: false, joinedAt: event.at, removedAt: null, version })
    const invite = invites.get(idIn(event, 'invite'))
    if (invite) invite.accepted = { memberId: id, at: event.at }
  }

  function removed(id: string, event: AuditEvent): void {
    const member = members.get(id)
    if (member) Object.assign(member, { removedAt: event.at, version: member.version + 1 })
    // Tokens do not outlive a membership.
    for (const token of tokens.values()) if (token.memberId === id) token.revokedAt ??= event.at
  }

  function changed(id: string, event: AuditEvent): void {
    const member = members.get(id)
    if (!member) return
    const role = valueIn(event, 'role')
    const isTrainee = valueIn(event, 'isTrainee')
    if (role !== undefined) member.role = role
    if (typeof isTrainee === 'boolean') member.isTrainee = isTrainee
    member.version++
  }

  function tell(event: AuditEvent): void {
    const { type, at, actorId, contentHash } = event
    const memberId = idIn(event, 'member')
    if (type === 'member.joined') joined(memberId, event)
    else if (type === 'member.changed') changed(memberId, event)
    else if (type === 'member.removed') removed(memberId, event)
    else if (type === 'invite.created') {
      const role = valueIn(event, 'role')
      invites.set(idIn(event, 'invite'), { role, byId: actorId, at, contentHash, revokedAt: null, accepted: null })
    } else if (type === 'invite.revoked') {
      const invite = invites.get(idIn(event, 'invite'))
      if (invite) invite.revokedAt = at
    } else if (type === 'token.created') {
      tokens.set(idIn(event, 'token'), { memberId: actorId, at, contentHash, revokedAt: null })
    } else if (type === 'token.revoked') {
      const token = tokens.get(idIn(event, 'token'))
      if (token) token.revokedAt ??= at
    }
  }

  return { tell, members, invites, tokens }
}
export type PeopleFold = ReturnType<typeof peopleFold>

function idIn(event: AuditEvent, name: string): string {
  const value = valueIn(event, name)
  return typeof value === 'string' ? value : ''
}

/** Compares members, invitations and tokens with what the desk's history says of them, both ways. */
export function auditPeople(audit: Audit, rows: DeskRows, fold: PeopleFold): void {
  compare(audit, 'member', rows.members, fold.members, (place, row, told) => {
    audit.expect(place, 'role', row.role, told.role as string) // as the event's ids hold it
    audit.expect(place, 'is_trainee', row.isTrainee, told.isTrainee)
    audit.expect(place, 'joined_at', row.joinedAt, told.joinedAt)
    audit.expect(place, 'removed_at', row.removedAt, told.removedAt)
    audit.expect(place, 'version', row.version, told.version)
  })
  compare(audit, 'invite', rows.invites, fold.invites, (place, row, told) => {
    audit.expect(place, 'role', row.role, told.role as string) // as the event's ids hold it
    audit.expect(place, 'created_by_id', row.createdById, told.byId)
    audit.expect(place, 'created_at', row.createdAt, told.at)
    if (told.contentHash !== null) {
      audit.expect(place, 'email, token_hash and expires_at, taken together (hash)', inviteHash(row), told.contentHash)
    }
    audit.expect(place, 'accepted_by_id', row.acceptedById, told.accepted?.memberId ?? null)
    audit.expect(place, 'accepted_at', row.acceptedAt, told.accepted?.at ?? null)
    // A set-up link that nobody used makes way for the next one without a word.
    const isSetUp = row.createdById === null && row.email === null
    if (!isSetUp || told.revokedAt !== null) audit.expect(place, 'revoked_at', row.revokedAt, told.revokedAt)
  })
  compare(audit, 'api_token', rows.tokens, fold.tokens, (place, row, told) => {
    audit.expect(place, 'member_id', row.memberId, told.memberId)
    if (told.contentHash !== null) {
      const fields = 'name, token_hash, hint and expires_at, taken together (hash)'
      audit.expect(place, fields, tokenRowHash(row), told.contentHash)
    }
    audit.expect(place, 'created_at', row.createdAt, told.at)
    audit.expect(place, 'revoked_at', row.revokedAt, told.revokedAt)
  })
}

function compare<Row extends { id: string }, Told>(
  audit: Audit,
  table: string,
  rows: readonly Row[],
  told: ReadonlyMap<string, Told>,
  check: (place: string, row: Row, told: Told) => void,
): void {
  for (const row of rows) {
    const known = told.get(row.id)
    if (known) check(`${table} ${row.id}`, row, known)
    else audit.report(`${table} ${row.id}`, 'no event of the desk says that it was made.')
  }
  const present = new Set(rows.map(({ id }) => id))
  for (const id of told.keys()) {
    if (!present.has(id)) audit.report(`${table} ${id}`, 'an event of the desk tells of it, and there is no such row.')
  }
}
