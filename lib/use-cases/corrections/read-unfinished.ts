import type { DueCorrectionDto, UnderReviewDto } from '@/lib/contracts/publications'
import type { PublishedReviewDto } from '@/lib/contracts/snapshot'
import type { Tx } from '@/lib/db/client'
import { listPublishedFacts, type PublishedFact, readShownClaims, type ShownClaim } from '@/lib/db/published-claims'
import type { Standing } from '@/lib/db/snapshot'
import { type CorrectionGround, fittingKinds } from '@/lib/domain/correction'
import type { DecisionAction } from '@/lib/domain/vocabulary'

type Unsettled = { fact: PublishedFact; shown: ShownClaim }

/** The published claims that stand otherwise than readers know, or do not stand at all. */
export type Unfinished = {
  /** What became of them is certain, and readers have yet to be told. */
  due: readonly Unsettled[]
  /** They were taken up again and have no decision yet, or the text changed under them. */
  underReview: readonly (Unsettled & { since: Date })[]
  published: readonly PublishedFact[]
}

/** What the statement's next publication has to say of the earlier ones. `standing` is what it would show. */
export async function readUnfinished(
  tx: Tx,
  workspaceId: string,
  statementId: string,
  standing: readonly Standing[],
): Promise<Unfinished> {
  const published = await listPublishedFacts(tx, workspaceId, statementId)
  const decisionOf = new Map(standing.map(({ claimId, decisionId }) => [claimId, decisionId]))
  const isGone = ({ stage }: PublishedFact) => stage === 'WITHDRAWN' || stage === 'MERGED'
  const isDue = (fact: PublishedFact) => {
    const decisionId = decisionOf.get(fact.id)
    return decisionId === undefined ? isGone(fact) && !fact.isTold : decisionId !== fact.decisionId
  }
  const isUnderReview = (fact: PublishedFact) => !decisionOf.has(fact.id) && !isGone(fact)
  const unsettled = published.filter(fact => isDue(fact) || isUnderReview(fact))
  const shown = await readShownClaims(tx, workspaceId, unsettled)
  const withShown = (fact: PublishedFact): Unsettled[] => {
    const claim = shown.get(fact.id)
    return claim ? [{ fact, shown: claim }] : []
  }
  return {
    due: published.filter(isDue).flatMap(withShown),
    // What was not reopened stands no more because the statement's text has changed under it.
    underReview: published.filter(isUnderReview).flatMap(fact => {
      const since = fact.reopening?.at ?? fact.suspendedAt
      return since === null ? [] : withShown(fact).map(claim => ({ ...claim, since }))
    }),
    published,
  }
}

/** What the rule of corrections looks at. */
export function groundOf({ due, underReview, published }: Unfinished): CorrectionGround {
  return {
    due: due.map(({ fact, shown }) => ({
      claimId: fact.id,
      claimReviewed: shown.claimReviewed,
      publication: fact.publication,
      was: saidBy(shown),
      is: outcomeOf(fact),
    })),
    underReview: new Map(underReview.map(({ fact, shown }) => [fact.id, shown.claimReviewed])),
    published: new Map(published.map(({ id, claimReviewed }) => [id, claimReviewed])),
  }
}

function outcomeOf(fact: PublishedFact): DueCorrectionDto['is'] {
  if (fact.stage === 'WITHDRAWN') return { state: 'WITHDRAWN' }
  if (fact.stage === 'MERGED') return { state: 'MERGED', into: fact.into }
  return { state: 'DECIDED', ...saidBy(fact), claimReviewed: fact.claimReviewed }
}

function saidBy<R>({ action, rating }: { action: DecisionAction; rating: R }): { rating: R; isDismissed: boolean } {
  return { rating, isDismissed: action === 'DISMISS' }
}

/** The corrections that the next publication wants, as members see them. */
export function dueDtos({ due }: Unfinished): DueCorrectionDto[] {
  return due.map(claim => {
    const is = outcomeOf(claim.fact)
    return { ...known(claim), is, kinds: [...fittingKinds(saidBy(claim.shown), is)] }
  })
}

/** The claims under review again, as members see them. */
export function underReviewDtos({ underReview }: Unfinished): UnderReviewDto[] {
  return underReview.map(({ since, ...claim }) => ({ ...known(claim), since: since.toISOString() }))
}

function known({ fact, shown }: Unsettled) {
  const { claimReviewed } = shown
  return { claim: { id: fact.id, claimReviewed }, publication: fact.publication, was: saidBy(shown) }
}

/** What a publication says of the claims under review: what readers knew before, and since when it is looked at again. */
export function publishedReviews({ underReview }: Unfinished): PublishedReviewDto[] {
  return underReview.map(({ fact, shown, since }) => ({
    id: fact.id,
    claimReviewed: shown.claimReviewed,
    targets: shown.targets,
    versionNumber: shown.versionNumber,
    action: shown.action,
    rating: shown.rating,
    publication: fact.publication,
    since: since.toISOString(),
  }))
}
