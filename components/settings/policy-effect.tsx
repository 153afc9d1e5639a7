import { ProblemNotice } from '@/components/api/problem-notice'
import { RatedSentence } from '@/components/ui/rating-word'
import { StatusShape } from '@/components/ui/status-shape'
import type { PolicySimulationDto } from '@/lib/contracts/policies'
import { counted } from '@/lib/domain/sentence-words'
import { STATUS_LABELS } from '@/lib/domain/status'
import { CONSENSUS_STATUSES } from '@/lib/domain/vocabulary'

/** So many are listed at once; the rest unfold. */
const AT_ONCE = 5

type Props = {
  simulation: PolicySimulationDto | undefined
  /** Whether it is of the policy as it stands in the form. */
  isShown: boolean
  error: unknown
  onRetry: () => void
}

/** What a proposed policy would have made of the rounds that are over, before anyone saves it. */
export function PolicyEffect({ simulation, isShown, error, onRetry }: Props) {
  return (
    <section className="effect" aria-labelledby="effect-name" aria-busy={!isShown && !error}>
      <h3 id="effect-name">What it would change</h3>
      <p className="quiet">
        Tried on the verdicts of closed rounds, as they were cast. Nothing that has happened changes: each claim keeps
        the policy it began with.
      </p>
      <p className="effect-sum">
        <span role="status">{isShown && simulation ? summary(simulation) : ''}</span>
        {isShown || error ? null : <span aria-hidden="true">Trying it on the closed rounds…</span>}
      </p>
      {error ? (
        <div>
          <ProblemNotice error={error} />
          <button type="button" className="btn" onClick={onRetry}>
            Try again
          </button>
        </div>
      ) : simulation && simulation.changedTotal > 0 ? (
        <div className={isShown ? undefined : 'is-stale'}>
          <Tally simulation={simulation} />
          <Changes simulation={simulation} />
        </div>
      ) : null}
    </section>
  )
}

function summary({ rounds, changedTotal }: PolicySimulationDto): string {
  if (rounds === 0) return 'No round has closed yet, so there is nothing to try it on.'
  if (changedTotal === 0) return `Nothing would change in ${counted(rounds, 'closed round')}.`
  return `${changedTotal} of ${counted(rounds, 'closed round')} would have come out otherwise.`
}

function Tally({ simulation: { countsBefore, countsAfter } }: { simulation: PolicySimulationDto }) {
  return (
    <table className="tally">
      <caption className="vh">Closed rounds by what came of them</caption>
      <thead>
        <tr>
          <th scope="col">Result</th>
          <th scope="col">As it was</th>
          <th scope="col">With this policy</th>
        </tr>
      </thead>
      <tbody>
        {CONSENSUS_STATUSES.filter(status => countsBefore[status] + countsAfter[status] > 0).map(status => (
          <tr key={status}>
            <th scope="row">
              <StatusShape status={status} /> {status === 'AWAITING' ? 'Too few verdicts' : STATUS_LABELS[status]}
            </th>
            <td>{countsBefore[status]}</td>
            <td>{countsAfter[status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Changes({ simulation: { changed, changedTotal } }: { simulation: PolicySimulationDto }) {
  const rest = changed.slice(AT_ONCE)
  return (
    <>
      <ul className="changes">
        {changed.slice(0, AT_ONCE).map(one => (
          <Change key={`${one.claimId} ${one.round}`} change={one} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary>{rest.length} more</summary>
          <ul className="changes">
            {rest.map(one => (
              <Change key={`${one.claimId} ${one.round}`} change={one} />
            ))}
          </ul>
          {changedTotal > changed.length ? (
            <p className="hint">{counted(changedTotal - changed.length, 'further round')} not listed here.</p>
          ) : null}
        </details>
      ) : null}
    </>
  )
}

function Change({ change }: { change: PolicySimulationDto['changed'][number] }) {
  const { statementId, claimId, statementTitle, claimReviewed, round, before, after, ratings } = change
  return (
    <li>
      {/* In a tab of its own: the numbers in the form are not saved yet. */}
      <a href={`/statements/${statementId}?claim=${claimId}`} target="_blank" rel="noopener">
        <bdi>{claimReviewed}</bdi>
        <span className="vh"> (opens in a new tab)</span>
      </a>
      <p className="small">
        <bdi>{statementTitle}</bdi>, round {round}
      </p>
      <dl>
        <dt>As it was</dt>
        <dd>
          <RatedSentence sentence={before} ratings={ratings} />
        </dd>
        <dt>With this policy</dt>
        <dd>
          <RatedSentence sentence={after} ratings={ratings} />
        </dd>
      </dl>
    </li>
  )
}
