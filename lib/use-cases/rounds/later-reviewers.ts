import type { Plan } from '@/lib/db/plans'

/** Who rates the claims that are highlighted later, as a plan says; null where each is assigned by itself. */
export function laterReviewers({ reviewerIds, reviewersPerClaim }: Plan) {
  return reviewerIds.length === 0 ? null : { memberIds: [...reviewerIds], perClaim: reviewersPerClaim }
}
