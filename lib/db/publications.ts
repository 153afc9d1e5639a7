import type { Actor } from '@/lib/domain/actor'
import { canonicalJson, contentHash, type Json, sha256Hex } from '@/lib/domain/hash'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'
import type { PublishedContact } from './contacts'
import { personFields, personOf } from './person'
import type { Masthead, Standing } from './snapshot'

const publicationFields = {
  id: true,
  number: true,
  at: true,
  claimCount: true,
  snapshotHash: true,
  author: personFields,
} as const

type PublicationRow = {
  id: string
  number: number
  at: Date
  claimCount: number
  snapshotHash: string
  author: { id: string; user: { name: string } }
}

function publicationDto({ author, at, ...row }: PublicationRow) {
  return { ...row, at: at.toISOString(), by: personOf(author) }
}

/** The statement's publications, newest first. */
export async function listPublicationsOf(tx: Tx, actor: Actor, statementId: string) {
  const rows = await tx.publication.findMany({
    where: { workspaceId: actor.workspaceId, statementId },
    orderBy: { number: 'desc' },
    select: publicationFields,
  })
  return rows.map(publicationDto)
}

export async function readPublication(tx: Tx, actor: Actor, id: string) {
  return publicationDto(
    await tx.publication.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: actor.workspaceId, id } },
      select: publicationFields,
    }),
  )
}

/** A publication of the statement: the one with that id, or the newest. Null where there is none. */
export async function findPublication(tx: Tx, actor: Actor, statementId: string, id?: string) {
  return await tx.publication.findFirst({
    where: { workspaceId: actor.workspaceId, statementId, ...(id === undefined ? {} : { id }) },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  })
}

/** What readers are told of asking claimants, by claim; of which nobody was asked is left out. */
type Contacts = ReadonlyMap<string, readonly PublishedContact[]>

/** What a publication said that another could say differently. Equal prints, equal publications. */
export function printOf({ desk, statement }: Masthead, standing: readonly Standing[], contacts: Contacts): string {
  const decisions = standing.map(({ claimId, decisionId }) => `${claimId} ${decisionId}`).sort()
  return canonicalJson({ desk, statement, decisions, contacts: Object.fromEntries(contacts) })
}

/** The newest publication's number and print, or null. The statement's text is left in the database. */
export async function readLastPrint(tx: Tx, workspaceId: string, statementId: string) {
  const [row] = await tx.$queryRaw<
    {
      id: string
      number: number
      desk: Masthead['desk']
      statement: Masthead['statement']
      contacts: Record<string, PublishedContact[]> | null
    }[]
  >`
    SELECT id::text AS id, number, snapshot->'desk' AS desk, (snapshot->'statement') - 'text' AS statement,
      (SELECT jsonb_object_agg(shown->>'id', shown->'contact') FROM jsonb_array_elements(snapshot->'claims') shown
        WHERE jsonb_array_length(COALESCE(shown->'contact', '[]')) > 0) AS contacts
    FROM publication
    WHERE workspace_id = ${workspaceId}::uuid AND statement_id = ${statementId}::uuid
    ORDER BY number DESC LIMIT 1`
  if (!row) return null
  const standing = await tx.publishedClaim.findMany({
    where: { workspaceId, publicationId: row.id },
    select: { claimId: true, decisionId: true },
  })
  return { number: row.number, print: printOf(row, standing, new Map(Object.entries(row.contacts ?? {}))) }
}

type NewPublication = {
  statementId: string
  number: number
  snapshot: { [key: string]: Json } & { claims: readonly { id: string; number: number }[] }
  standing: readonly Standing[]
  at: Date
}

/** Writes one immutable publication with the list of what it shows. */
export async function insertPublication(tx: Tx, actor: Actor, publication: NewPublication) {
  const { statementId, number, snapshot, standing, at } = publication
  const { workspaceId, memberId: authorId } = actor
  const snapshotHash = sha256Hex(canonicalJson(snapshot))
  const salt = newSalt()
  const hash = contentHash(salt, 'publication', { statementId, number, snapshotHash })
  const claimCount = snapshot.claims.length
  const { id } = await tx.publication.create({
    data: {
      workspaceId,
      statementId,
      number,
      snapshot: snapshot as object, // Prisma's own JSON type asks for mutable arrays.
      snapshotHash,
      claimCount,
      authorId,
      at,
      salt,
      contentHash: hash,
    },
    select: { id: true },
  })
  const decisionOf = new Map(standing.map(({ claimId, decisionId }) => [claimId, decisionId]))
  await tx.publishedClaim.createMany({
    data: snapshot.claims.map(claim => {
      const decisionId = decisionOf.get(claim.id)
      if (!decisionId) throw new Error(`claim ${claim.id} is published without a decision`)
      return { workspaceId, publicationId: id, claimId: claim.id, decisionId, ord: claim.number }
    }),
  })
  return { id, snapshotHash, claimCount, contentHash: hash }
}

/** The stored snapshot and its hash, for whoever holds a link to it. */
export async function readSnapshotOf(tx: Tx, workspaceId: string, publicationId: string) {
  return await tx.publication.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: publicationId } },
    select: { snapshot: true, snapshotHash: true },
  })
}

/** By what names a publication goes, for pages about it. */
export async function readPublishedNames(tx: Tx, workspaceId: string, publicationId: string) {
  const [row] = await tx.$queryRaw<{ desk: string; title: string; language: string; isSample: boolean }[]>`
    SELECT snapshot->'desk'->>'name' AS desk, snapshot->'statement'->>'title' AS title,
      snapshot->'statement'->>'language' AS language, (snapshot->'desk'->>'isSample')::boolean AS "isSample"
    FROM publication WHERE workspace_id = ${workspaceId}::uuid AND id = ${publicationId}::uuid`
  if (!row) throw new Error(`publication ${publicationId} is gone`)
  return row
}

/** The page that this renderer made of a publication, or null. */
export async function findPage(tx: Tx, workspaceId: string, publicationId: string, renderer: string) {
  const page = await tx.publicationPage.findUnique({
    where: { workspaceId_publicationId: { workspaceId, publicationId } },
    select: { html: true, renderer: true },
  })
  return page?.renderer === renderer ? page.html : null
}

/** Keeps a rendered page. Whoever renders the same publication meanwhile makes the same page, so the last one may stay. */
export async function savePage(
  tx: Tx,
  page: { workspaceId: string; publicationId: string; renderer: string; html: string },
): Promise<void> {
  const { workspaceId, publicationId, renderer, html } = page
  await tx.$executeRaw`
    INSERT INTO publication_page (workspace_id, publication_id, renderer, html, rendered_at)
    VALUES (${workspaceId}::uuid, ${publicationId}::uuid, ${renderer}, ${html}, clock_timestamp())
    ON CONFLICT (publication_id) DO UPDATE
      SET renderer = EXCLUDED.renderer, html = EXCLUDED.html, rendered_at = EXCLUDED.rendered_at`
}
