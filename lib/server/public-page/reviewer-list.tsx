import type { PublishedClaimDto, SnapshotDto } from '@/lib/contracts/snapshot'
import { inWords, plural } from '@/lib/domain/sentence-words'
import { type PublishedRule, ruleOf } from './published-rule'
import { RatingWord, SentenceText } from './rating-word'
import { Isolated, Quotation } from './text'

type Props = { snapshot: SnapshotDto; claim: PublishedClaimDto }

/** Where the reviewers stood: the rule's sentence, what an editor did otherwise and why, and every verdict with its reasoning. */
export function ReviewerList({ snapshot, claim }: Props) {
  const rule = ruleOf(snapshot, claim)
  const isDissent = (rating: string) => rule.consensus.status === 'AGREED' && rating !== rule.consensus.rating
  const verdicts = [
    ...claim.verdicts.filter(({ rating }) => isDissent(rating)),
    ...claim.verdicts.filter(({ rating }) => !isDissent(rating)),
  ]
  return (
    <details>
      <summary>{headingOf(claim, rule)}</summary>
      <div className="rev">
        <p>
          <SentenceText scale={rule.scale} parts={claim.sentence} />
        </p>
        {claim.quorumReason !== null && (
          <p>
            For this claim {inWords(claim.quorum)} verdicts were enough: <Isolated of={claim.quorumReason} />
          </p>
        )}
        <Override claim={claim} rule={rule} />
        <ul className="verdicts">
          {verdicts.map(({ reviewer, rating, rationale }) => (
            <li key={reviewer}>
              <p>
                <b>
                  <Isolated of={reviewer} />
                </b>
                {isDissent(rating) ? ', dissenting: ' : ': '}
                <RatingWord scale={rule.scale} rating={rating} />
              </p>
              <Quotation of={rationale} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function headingOf({ action, verdicts }: PublishedClaimDto, { consensus }: PublishedRule): string {
  if (action === 'OVERRIDE') return 'Reviewers, and an override'
  if (action === 'RESOLVE') return 'Reviewers, and how an editor resolved it'
  if (action === 'DISMISS') return 'Reviewers, and why it was dismissed'
  const dissents = consensus.status === 'AGREED' ? verdicts.length - consensus.count : 0
  return dissents === 0 ? 'Reviewers, unanimous' : `Reviewers, with ${inWords(dissents)} ${plural(dissents, 'dissent')}`
}

/** Both sides of a decision that is not the reviewers': the editor's reason here, the reviewers' beside their verdicts. */
function Override({ claim, rule }: { claim: PublishedClaimDto; rule: PublishedRule }) {
  const { action, rating, override } = claim
  if (override === null) return null
  const decided = rating && <RatingWord scale={rule.scale} rating={rating.key} />
  const agreed = override.agreed !== null && <RatingWord scale={rule.scale} rating={override.agreed} />
  return (
    <>
      {action === 'OVERRIDE' && (
        <p>
          <b>The editor decided otherwise.</b> For {decided}, against {agreed}:
        </p>
      )}
      {action === 'RESOLVE' && (
        <p>
          {decided ? (
            <>
              <b>The reviewers had not agreed; an editor decided.</b> For {decided}:
            </>
          ) : (
            <b>The reviewers had not agreed; an editor found that no rating is supported:</b>
          )}
        </p>
      )}
      {action === 'DISMISS' && (
        <p>
          <b>An editor dismissed it</b>
          {agreed && <>, against {agreed}</>}:
        </p>
      )}
      <Quotation of={override.reason} />
    </>
  )
}
