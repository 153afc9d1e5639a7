import type { Actor } from '@/lib/domain/actor'
import { canonicalJson, sha256Hex } from '@/lib/domain/hash'
import type { Tx } from './client'

/** A cited document, named as CSL names it. */
export type SourceParticulars = {
  type: string
  title: string
  author: string | null
  publisher: string | null
  publishedOn: string | null
  url: string | null
  reference: string | null
  archiveUrl: string | null
  retrievedOn: string | null
  interest: string | null
}

export type SourceRef = { id: string; fingerprint: string }

/**
 * Makes sure that each of these is a source of the desk, and says which: equal particulars are one row. The answer is the
 * same whether or not the desk had it before, so that citing a source tells nobody who else has cited it in secret.
 */
export async function upsertSources(
  tx: Tx,
  actor: Actor,
  sources: readonly SourceParticulars[],
  at: Date,
): Promise<SourceRef[]> {
  const refs = sources.map(source => sourceRef(actor.workspaceId, source))
  const rows = new Map(
    sources.map((source, index) => {
      const ref = refs[index] ?? sourceRef(actor.workspaceId, source)
      const stamp = { workspaceId: actor.workspaceId, createdById: actor.memberId, createdAt: at }
      return [ref.fingerprint, { ...particularsOf(source), ...ref, ...stamp }]
    }),
  )
  // In one order for everyone, so that two writers wait for each other at most once.
  const data = [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  if (data.length > 0) await tx.source.createMany({ data, skipDuplicates: true })
  return refs
}

/**
 * The id follows from the particulars: were it made at random, or from the clock, a reviewer who cites a source could
 * read off it that another had cited the same one before, in a round still sealed.
 */
export function sourceRef(workspaceId: string, source: SourceParticulars): SourceRef {
  const fingerprint = sha256Hex(canonicalJson(particularsOf(source)))
  const hex = sha256Hex(`${workspaceId} ${fingerprint}`)
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  // RFC 9562, section 5.8: a custom UUID.
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return { id, fingerprint }
}

/** Exactly what a fingerprint covers. */
function particularsOf(source: SourceParticulars) {
  return {
    type: source.type,
    title: source.title,
    author: source.author,
    publisher: source.publisher,
    publishedOn: source.publishedOn,
    url: source.url,
    reference: source.reference,
    archiveUrl: source.archiveUrl,
    retrievedOn: source.retrievedOn,
    interest: source.interest,
  }
}
