import type { Tx } from './client'

const PAGE_OF_CLAIMS = 100

/** The ids of a desk's statements, in order; ids alone fit in memory. */
export async function listStatementIds(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.statement.findMany({ where: { workspaceId }, orderBy: { id: 'asc' }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** A statement with its details, its texts and its links. */
export async function readStatementRows(tx: Tx, workspaceId: string, id: string) {
  return await tx.statement.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    include: {
      revisions: { orderBy: { number: 'asc' } },
      versions: { orderBy: { number: 'asc' } },
      shares: { orderBy: { id: 'asc' } },
      plans: { orderBy: { number: 'asc' } },
      corrections: { where: { claimId: null }, orderBy: { id: 'asc' } },
      contacts: {
        orderBy: { id: 'asc' },
        include: {
          claims: { orderBy: { claimId: 'asc' } },
          outcomes: { orderBy: { number: 'asc' }, include: { source: { select: { fingerprint: true } } } },
        },
      },
      reports: { orderBy: { id: 'asc' }, include: { answers: { orderBy: { number: 'asc' } } } },
    },
  })
}
export type StatementRows = Awaited<ReturnType<typeof readStatementRows>>

/** A statement's publications one by one: each holds the statement's whole text. */
export async function* publicationsOf(tx: Tx, workspaceId: string, statementId: string) {
  for (let after = 0; ; ) {
    const row = await tx.publication.findFirst({
      where: { workspaceId, statementId, number: { gt: after } },
      orderBy: { number: 'asc' },
      include: { claims: true, page: true },
    })
    if (!row) return
    yield row
    after = row.number
  }
}

/** A statement's claims with all that hangs on them, a page at a time. */
export async function* claimPages(tx: Tx, workspaceId: string, statementId: string) {
  for (let after: string | undefined; ; ) {
    const rows = await readClaims(tx, workspaceId, statementId, after)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.id
  }
}

async function readClaims(tx: Tx, workspaceId: string, statementId: string, after: string | undefined) {
  return await tx.claim.findMany({
    where: { workspaceId, statementId, ...(after === undefined ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: PAGE_OF_CLAIMS,
    include: {
      revisions: { orderBy: { number: 'asc' } },
      targets: {
        orderBy: [{ claimRevision: 'asc' }, { versionNumber: 'asc' }, { ord: 'asc' }],
        include: { review: true },
      },
      rounds: { orderBy: { number: 'asc' } },
      verdicts: {
        orderBy: [{ round: 'asc' }, { reviewerId: 'asc' }, { revision: 'asc' }],
        include: { citations: { orderBy: { ord: 'asc' } } },
      },
      assignments: { orderBy: { memberId: 'asc' } },
      recusals: true,
      quorumLowerings: { orderBy: { number: 'asc' } },
      comments: { orderBy: { id: 'asc' }, include: { revisions: true, resolutions: true } },
      corrections: { orderBy: { id: 'asc' } },
      decisions: { orderBy: { number: 'asc' } },
      reopenings: { orderBy: { id: 'asc' } },
    },
  })
}
export type ClaimRows = Awaited<ReturnType<typeof readClaims>>[number]

/** The fingerprints of sources of a desk, by id; what is missing is left out. */
export async function readFingerprints(tx: Tx, workspaceId: string, ids: readonly string[]) {
  const rows = await tx.source.findMany({
    where: { workspaceId, id: { in: [...new Set(ids)] } },
    select: { id: true, fingerprint: true },
  })
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]))
}
