import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { seatsIn } from '@/lib/domain/round'

/** How far a claim's round has come, sealed or not: "2 of 3 verdicts are in, round 2". */
export function verdictsIn({ number, cast, missing }: ClaimSummaryDto['round']): string {
  const seats = seatsIn({ cast, missing })
  const round = number > 1 ? `, round ${number}` : ''
  if (cast === 0) return `No verdict is in yet${round}`
  return `${cast} of ${seats} verdicts ${cast === 1 ? 'is' : 'are'} in${round}`
}
