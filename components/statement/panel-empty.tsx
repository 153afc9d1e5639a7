import { NextClaimOffer } from '@/components/claims/next-claim'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'

type Props = {
  needing: readonly ClaimSummaryDto[]
  total: number
  mayCreate: boolean
}

/** What to do next when no claim is selected. */
export function PanelEmpty({ needing, total, mayCreate }: Props) {
  if (needing.length > 0) {
    return (
      <section className="panel-empty" aria-labelledby="panel-empty-name">
        <h2 id="panel-empty-name">
          {needing.length === 1 ? 'One claim needs you' : `${needing.length} claims need you`}
        </h2>
        <NextClaimOffer />
      </section>
    )
  }
  return (
    <section className="panel-empty" aria-labelledby="panel-empty-name">
      <h2 id="panel-empty-name">{total === 0 ? 'What does the statement claim?' : 'Nothing here needs you'}</h2>
      {total > 0 ? <NextClaimOffer /> : null}
      {mayCreate ? (
        <p>
          Select a passage that can be checked and press <kbd>H</kbd>. Say in one sentence what it claims.
        </p>
      ) : null}
      {total > 0 ? (
        <p>
          Choose a claim in the list, or step through them with <kbd>J</kbd> and <kbd>K</kbd>.
        </p>
      ) : null}
    </section>
  )
}
