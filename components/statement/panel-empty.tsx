import type { ClaimSummaryDto } from '@/lib/contracts/claims'

type Props = {
  needing: readonly ClaimSummaryDto[]
  total: number
  onOpen: (claimId: string) => void
  mayCreate: boolean
}

/** What to do next when no claim is selected. */
export function PanelEmpty({ needing, total, onOpen, mayCreate }: Props) {
  const next = needing[0]
  if (next) {
    return (
      <section className="panel-empty" aria-labelledby="panel-empty-name">
        <h2 id="panel-empty-name">
          {needing.length === 1 ? 'One claim needs you' : `${needing.length} claims need you`}
        </h2>
        <p>{next.claimReviewed}</p>
        <p>
          <button type="button" className="btn btn-main" onClick={() => onOpen(next.id)}>
            Open it <kbd>N</kbd>
          </button>
        </p>
      </section>
    )
  }
  return (
    <section className="panel-empty" aria-labelledby="panel-empty-name">
      <h2 id="panel-empty-name">{total === 0 ? 'What does the statement claim?' : 'Nothing here needs you'}</h2>
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
