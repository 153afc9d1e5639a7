import type { SnapshotDto } from '@/lib/contracts/snapshot'
import { plain } from '@/lib/domain/hidden-characters'
import { type RatingScale, ratingsInOrder } from '@/lib/domain/scale'
import { ruleSentence } from '@/lib/domain/sentence-rule'
import { CorrectionSection } from './correction-section'
import { RatingWord, verdictMeaning, verdictWords } from './rating-word'
import { ReviewSection } from './review-section'
import { Slot } from './slot'
import { linesOf, Text } from './text'

type Props = { snapshot: SnapshotDto; hash: string }

/** What a reader needs to weigh the checks: the whole scale, the rule, who the desk is, how to object and how to repeat it all. */
export function EndMatter({ snapshot, hash }: Props) {
  const { desk, scales, policies } = snapshot
  return (
    <footer className="end">
      <ReviewSection snapshot={snapshot} />
      <CorrectionSection snapshot={snapshot} />
      {scales.map(scale => (
        <section key={scale.version} className="scale">
          <h2>What the marks mean{named(snapshot, scale.version, 'scaleVersion')}</h2>
          <ScaleList scale={scale} />
        </section>
      ))}
      <Unrated snapshot={snapshot} />
      <section>
        <h2>How we decide</h2>
        {policies.length === 0 && <p>This publication rates nothing.</p>}
        {policies.map(policy => (
          <p key={policy.version}>
            {ruleSentence(policy)}
            {!policy.separationOfDuties &&
              ' On this desk the one who decides may also have written the claim or voted.'}
            {named(snapshot, policy.version, 'policyVersion')}
          </p>
        ))}
        <p>We chose these claims; their count is not a score.</p>
      </section>
      <section>
        <h2>About the desk</h2>
        <DeskText text={desk.funding} missing="The desk has not said who pays for its work." />
        <DeskText text={desk.correctionsPolicy} missing="The desk has not said how it corrects itself." />
      </section>
      <section>
        <h2>Found an error?</h2>
        <ReportError email={desk.contactEmail} />
      </section>
      <Repeat snapshot={snapshot} hash={hash} />
    </footer>
  )
}

/** The checks without a rating, by number, with what their words mean. */
function Unrated({ snapshot: { claims } }: { snapshot: SnapshotDto }) {
  const kinds = (['RESOLVE', 'DISMISS'] as const)
    .map(action => claims.filter(claim => claim.rating === null && claim.action === action))
    .filter(of => of.length > 0)
  if (kinds.length === 0) return null
  return (
    <section className="scale">
      <h2>Without a rating</h2>
      {kinds.map(of => (
        <p key={of[0]?.action}>
          {of[0] && <b>{verdictWords(of[0])}.</b>} {of[0] && verdictMeaning(of[0])} So in{' '}
          {of.length === 1 ? 'check' : `${of.length} checks:`} {of.map(({ number }) => number).join(', ')}.
        </p>
      ))}
    </section>
  )
}

function ScaleList({ scale }: { scale: RatingScale }) {
  const ratings = ratingsInOrder(scale)
  const halves = [
    ratings.filter(({ position }) => position !== null),
    ratings.filter(({ position }) => position === null),
  ]
  return (
    <div className="scales">
      {halves
        .filter(half => half.length > 0)
        .map(half => (
          <dl key={half[0]?.key}>
            {half.map(({ key, definition }) => (
              <div key={key}>
                <dt>
                  <RatingWord scale={scale} rating={key} />
                </dt>
                <dd>
                  <Text of={definition} />
                </dd>
              </div>
            ))}
          </dl>
        ))}
    </div>
  )
}

/** Which checks a version concerns, where there are several. */
function named(
  { scales, policies, claims }: SnapshotDto,
  version: number,
  of: 'scaleVersion' | 'policyVersion',
): string {
  if ((of === 'scaleVersion' ? scales : policies).length < 2) return ''
  const numbers = claims.filter(claim => claim[of] === version).map(({ number }) => number)
  return ` (${numbers.length === 1 ? 'check' : 'checks'} ${numbers.join(', ')})`
}

function DeskText({ text, missing }: { text: string; missing: string }) {
  const lines = linesOf(text)
  if (lines.length === 0) return <p>{missing}</p>
  return lines.map(({ at, line }) => (
    <p key={at} dir="auto">
      <Text of={line} />
    </p>
  ))
}

function ReportError({ email }: { email: string | null }) {
  return (
    <>
      <p>
        <Slot name="report" />. You need no account, and the desk’s answer waits for you at an address of your own.
      </p>
      {email !== null && (
        <p>
          Or write to <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{plain(email)}</a> with the
          number of the mark and a source.
        </p>
      )}
    </>
  )
}

/** The rule is public and so is what it was applied to: anybody can apply it again. */
function Repeat({ snapshot: { statement, scales, policies }, hash }: Props) {
  const versions = (all: readonly { version: number }[]) => all.map(({ version }) => version).join(', ')
  return (
    <section className="repeat">
      <h2>Repeat it</h2>
      {policies.length === 0 ? (
        <p>
          What was published is in <Slot name="data" />.
        </p>
      ) : (
        <p>
          The consensus can be worked out again from <Slot name="data" /> with policy version {versions(policies)} and
          scale version {versions(scales)}, which it contains: <Slot name="replay" />, or from a terminal with{' '}
          <code>scripts/replay.mjs</code> of the source.
        </p>
      )}
      <p>
        Machine-readable: <Slot name="annotations" />, over <Slot name="source" />.
      </p>
      <dl>
        <div>
          <dt>SHA-256 of the data</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </div>
        <div>
          <dt>SHA-256 of the statement’s text, version {statement.versionNumber}</dt>
          <dd>
            <code>{statement.sha256}</code>
          </dd>
        </div>
      </dl>
    </section>
  )
}
