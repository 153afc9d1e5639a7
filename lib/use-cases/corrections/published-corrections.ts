import type { PublishedCorrectionDto } from '@/lib/contracts/snapshot'
import type { CorrectionRow, NewCorrection } from '@/lib/db/corrections'
import type { CorrectionKind } from '@/lib/domain/vocabulary'
import type { Unfinished } from './read-unfinished'

export type GivenCorrection = {
  claimId: string | null
  kind: CorrectionKind
  whatChanged: string
  why: string
  reportIds: readonly string[]
}

/** A correction as it comes with a publication: what readers are told, and what is stored beside the publication's id. */
export type ComingCorrection = {
  told: PublishedCorrectionDto
  row: Omit<NewCorrection, 'publicationId'>
  reportIds: readonly string[]
}

type Coming = { statementId: string; last: number; publication: { number: number; at: Date } }

/** Numbers the corrections given with a publication and names their claims as its readers will know them. */
export function comingCorrections(
  given: readonly GivenCorrection[],
  { due }: Unfinished,
  { statementId, last, publication }: Coming,
): ComingCorrection[] {
  return given.map(({ claimId, kind, whatChanged, why, reportIds }, index) => {
    const claim = due.find(({ fact }) => fact.id === claimId)
    const number = last + index + 1
    const isShown = claim?.fact.stage === 'DECIDED'
    const words = { number, kind, whatChanged, why }
    return {
      reportIds,
      told: {
        ...words,
        at: publication.at.toISOString(),
        publication: publication.number,
        claim: claim
          ? { id: claim.fact.id, claimReviewed: isShown ? claim.fact.claimReviewed : claim.shown.claimReviewed }
          : null,
      },
      row: { ...words, statementId, claimId, reopeningId: claim?.fact.reopening?.id ?? null },
    }
  })
}

/** An earlier correction as readers are told of it: who made it stays with the desk. */
export function publishedCorrection(row: CorrectionRow): PublishedCorrectionDto {
  const { number, kind, at, publication, whatChanged, why, claim } = row
  return { number, kind, at, publication: publication.number, whatChanged, why, claim }
}
