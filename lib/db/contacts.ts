import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import type { ContactChannel, ContactResult } from '@/lib/domain/vocabulary'
import { notFound } from '@/lib/platform/app-error'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'
import { personFields, personOf } from './person'
import { type SourceParticulars, upsertSources } from './sources'

export type NewContact = {
  statementId: string
  claimIds: readonly string[]
  askedOn: string
  channel: ContactChannel
  asked: string
  deadlineOn: string | null
  note: string | null
}

/** Exactly what the content hash of a question to a claimant covers. The claims come in any order. */
export function contactRequestBody(row: NewContact & { authorId: string }) {
  const { statementId, askedOn, channel, asked, deadlineOn, note, authorId } = row
  return { statementId, claimIds: row.claimIds.toSorted(), askedOn, channel, asked, deadlineOn, note, authorId }
}

type OutcomeWords = { requestId: string; number: number; result: ContactResult; on: string; reply: string | null }

/** Exactly what the content hash of an outcome covers; a source stands in it by its fingerprint. */
export function contactOutcomeBody(row: OutcomeWords & { source: string | null; authorId: string }) {
  const { requestId, number, result, on, reply, source, authorId } = row
  return { requestId, number, result, on, reply, source, authorId }
}

type Inserted = { id: string; contentHash: string }

/** Writes down that a claimant was asked; returns the content hash that its event announces. */
export async function insertContact(tx: Tx, actor: Actor, contact: NewContact, at: Date): Promise<Inserted> {
  const { workspaceId, memberId: authorId } = actor
  const { claimIds, ...row } = contact
  const salt = newSalt()
  const hash = contentHash(salt, 'contact-request', contactRequestBody({ ...contact, authorId }))
  const { id } = await tx.contactRequest.create({
    data: { ...row, authorId, workspaceId, at, salt, contentHash: hash },
    select: { id: true },
  })
  await tx.contactRequestClaim.createMany({
    data: claimIds.map(claimId => ({ workspaceId, requestId: id, claimId })),
  })
  return { id, contentHash: hash }
}

/** Writes down what came of asking; returns the content hash that its event announces. */
export async function insertOutcome(
  tx: Tx,
  actor: Actor,
  { source, ...words }: OutcomeWords & { source: SourceParticulars | null },
  at: Date,
): Promise<{ contentHash: string }> {
  const { workspaceId, memberId: authorId } = actor
  const [ref] = await upsertSources(tx, actor, source ? [source] : [], at)
  const salt = newSalt()
  const body = contactOutcomeBody({ ...words, source: ref?.fingerprint ?? null, authorId })
  const hash = contentHash(salt, 'contact-outcome', body)
  await tx.contactOutcome.create({
    data: { ...words, sourceId: ref?.id ?? null, authorId, workspaceId, at, salt, contentHash: hash },
  })
  return { contentHash: hash }
}

/** A contact as commands need it. */
export type ContactRecord = {
  id: string
  statementId: string
  askedOn: string
  /** The outcome that stands; null while there is none. */
  last: { number: number; result: ContactResult } | null
}

/** The contact, if it is of the actor's desk. Throws not-found. */
export async function findContact(tx: Tx, { workspaceId }: Actor, id: string): Promise<ContactRecord> {
  const row = await tx.contactRequest.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      statementId: true,
      askedOn: true,
      outcomes: { orderBy: { number: 'desc' }, take: 1, select: { number: true, result: true } },
    },
  })
  if (!row) throw notFound('contact')
  const { outcomes, ...contact } = row
  return { ...contact, last: outcomes[0] ?? null }
}

/** How many of these are claims of the statement that stand: neither withdrawn nor merged away. */
export async function countClaimsOf(
  tx: Tx,
  { workspaceId }: Actor,
  statementId: string,
  claimIds: readonly string[],
): Promise<number> {
  return await tx.claim.count({
    where: { workspaceId, statementId, id: { in: [...claimIds] }, stage: { in: ['OPEN', 'DECIDED'] } },
  })
}

const NEWEST_FIRST = [{ askedOn: 'desc' as const }, { at: 'desc' as const }, { id: 'desc' as const }]

type ContactFilter = { statementId?: string; claimId?: string | undefined; id?: string }

/** The desk's contacts as members see them, the newest question first. */
export async function listContactsOf(tx: Tx, { workspaceId }: Actor, { claimId, ...filter }: ContactFilter) {
  const rows = await tx.contactRequest.findMany({
    where: { workspaceId, ...filter, ...(claimId === undefined ? {} : { claims: { some: { claimId } } }) },
    orderBy: NEWEST_FIRST,
    include: {
      author: personFields,
      claims: { select: { claim: { select: { id: true, claimReviewed: true, sortStart: true } } } },
      outcomes: { orderBy: { number: 'asc' }, include: { author: personFields, source: true } },
    },
  })
  return rows.map(({ author, claims, outcomes, at, ...row }) => ({
    ...row,
    claims: claims
      .map(({ claim }) => claim)
      .sort((one, other) => one.sortStart - other.sortStart || (one.id < other.id ? -1 : 1)),
    by: personOf(author),
    at: at.toISOString(),
    outcomes: outcomes.map(({ author: by, at: recorded, ...outcome }) => ({
      ...outcome,
      by: personOf(by),
      at: recorded.toISOString(),
    })),
  }))
}

const publishedSource = {
  title: true,
  author: true,
  publisher: true,
  publishedOn: true,
  url: true,
  reference: true,
  archiveUrl: true,
  retrievedOn: true,
  interest: true,
} as const

/** What readers are told of a question to a claimant: neither who asked nor what was noted. */
export type PublishedContact = {
  askedOn: string
  channel: ContactChannel
  asked: string
  deadlineOn: string | null
  result: Exclude<ContactResult, 'RECORDED_IN_ERROR'> | null
  on: string | null
  reply: string | null
  source: { [Field in keyof typeof publishedSource]: Field extends 'title' ? string : string | null } | null
}

/** By claim, what readers are told of asking its claimant, the newest question first. What was recorded in error is left out, as are claims of which nobody was asked. */
export async function readPublishedContacts(
  tx: Tx,
  workspaceId: string,
  claimIds: readonly string[],
): Promise<Map<string, PublishedContact[]>> {
  const rows = await tx.contactRequest.findMany({
    where: { workspaceId, claims: { some: { claimId: { in: [...claimIds] } } } },
    orderBy: NEWEST_FIRST,
    select: {
      askedOn: true,
      channel: true,
      asked: true,
      deadlineOn: true,
      claims: { select: { claimId: true } },
      outcomes: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { result: true, on: true, reply: true, source: { select: publishedSource } },
      },
    },
  })
  const byClaim = new Map<string, PublishedContact[]>()
  for (const { claims, outcomes, ...asked } of rows) {
    const { result, ...answer } = outcomes[0] ?? { result: null, on: null, reply: null, source: null }
    if (result === 'RECORDED_IN_ERROR') continue
    for (const { claimId } of claims) {
      if (!claimIds.includes(claimId)) continue
      byClaim.set(claimId, [...(byClaim.get(claimId) ?? []), { ...asked, result, ...answer }])
    }
  }
  return byClaim
}
