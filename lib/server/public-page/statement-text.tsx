import type { SnapshotDto } from '@/lib/contracts/snapshot'
import { graphemeStart } from '@/lib/domain/graphemes'
import { plain } from '@/lib/domain/hidden-characters'
import { CheckCard } from './check-card'
import { checksBelow } from './margin'
import { markId } from './mark-id'
import { type MarkNode, type PageNode, type Passage, paragraphsOf, type TextNode } from './passages'
import { toneOf, verdictWords } from './rating-word'
import { ReviewAside } from './review-section'
import { Text } from './text'

/** What a number says and wears, by claim. */
type Labels = ReadonlyMap<number, { tone: string; words: string }>

/** The statement, word for word, with numbered marks; each check follows the paragraph in which its first passage ends. */
export function StatementText({ snapshot }: { snapshot: SnapshotDto }) {
  const { statement, claims } = snapshot
  const labels: Labels = new Map(
    claims.map(claim => [claim.number, { tone: toneOf(claim), words: plain(verdictWords(claim)) }]),
  )
  const paragraphs = paragraphsOf(statement.text, claims)
  const claimOf = new Map(claims.map(claim => [claim.number, claim]))
  const cards = (numbers: readonly number[]) =>
    numbers
      .flatMap(number => claimOf.get(number) ?? [])
      .map(claim => (
        <CheckCard key={claim.number} snapshot={snapshot} claim={claim} isBelow={below.has(claim.number)} />
      ))
  const placed = new Set(paragraphs.flatMap(({ checks }) => checks))
  const reviews = reviewsIn(snapshot)
  const reviewsOf = paragraphs.map(({ at }, index) => {
    const next = paragraphs[index + 1]?.at ?? Number.POSITIVE_INFINITY
    return reviews.filter(({ end }) => at < end && end <= next)
  })
  const below = checksBelow(
    paragraphs.map(({ at, checks }, index) => ({
      text: statement.text.slice(at, paragraphs[index + 1]?.at).trimEnd(),
      checks,
      reviews: reviewsOf[index]?.length ?? 0,
    })),
    claimOf,
  )
  const count = claims.length
  return (
    <article
      className="text"
      id="text"
      lang={statement.language}
      dir={statement.direction}
      aria-label={`The statement, with ${count} ${count === 1 ? 'check' : 'checks'}`}
    >
      {paragraphs.map(({ at, nodes, checks }, index) => {
        const words = <p key={at}>{nodes.map(node => drawn(node, labels, false))}</p>
        const ending = reviewsOf[index] ?? []
        if (checks.length === 0 && ending.length === 0) return words
        return (
          <div key={at} className="passage">
            {words}
            {cards(checks)}
            {ending.map(({ review, place }) => (
              <ReviewAside key={review.id} review={review} place={place} />
            ))}
          </div>
        )
      })}
      {cards(claims.map(({ number }) => number).filter(number => !placed.has(number)))}
    </article>
  )
}

/** What is under review, where its first passage still stands in the text word for word: offsets of where that ends. */
function reviewsIn({ statement: { text }, underReview }: SnapshotDto) {
  return underReview.flatMap((review, place) => {
    const [target] = review.targets
    const stands = target !== undefined && text.slice(target.start, target.end) === target.exact
    return stands ? [{ review, place, end: target.end }] : []
  })
}

/** `isWorn`: whether the mark around it wears the highlight already. */
function drawn(node: PageNode, labels: Labels, isWorn: boolean) {
  return node.kind === 'mark' ? (
    <Mark key={node.at} node={node} labels={labels} />
  ) : (
    <Words key={node.at} node={node} labels={labels} isWorn={isWorn} />
  )
}

/** A mark that holds words alone wears the highlight. Where marks nest the words do, each that of the innermost: two underlines would be none. */
function Mark({ node, labels }: { node: MarkNode; labels: Labels }) {
  const { passage, isStart, children } = node
  const isPlain = children.every(child => child.kind === 'text' && child.covers.length === 1)
  return (
    <mark
      className={isPlain ? 'hl' : undefined}
      id={isStart ? markId(passage.claim, passage.place) : undefined}
      data-r={labels.get(passage.claim)?.tone}
    >
      {children.map(child => drawn(child, labels, isPlain))}
    </mark>
  )
}

function Words({ node, labels, isWorn }: { node: TextNode; labels: Labels; isWorn: boolean }) {
  const { text, covers, closes } = node
  const [body, tail] = closes.length > 0 ? splitLastWord(text) : [text, '']
  const words = (
    <>
      <Text of={body} />
      {closes.length > 0 && (
        <span className="tie">
          <Text of={tail} />
          {closes.map(passage => (
            <PassageNumber key={markId(passage.claim, passage.place)} passage={passage} labels={labels} />
          ))}
        </span>
      )}
    </>
  )
  const innermost = covers.at(-1)
  if (isWorn || !innermost) return words
  return (
    <span className="hl" data-r={labels.get(innermost.claim)?.tone} data-overlap={covers.length > 1 ? '' : undefined}>
      {words}
    </span>
  )
}

/** Where a passage ends stands its claim's number, the way to the check. */
function PassageNumber({ passage: { claim, place, of }, labels }: { passage: Passage; labels: Labels }) {
  const label = labels.get(claim)
  const which = of > 1 ? `, passage ${place} of ${of}` : ''
  return (
    <a
      className="num"
      href={`#check-${claim}`}
      data-r={label?.tone}
      lang="en"
      aria-label={`Check ${claim}${which}: ${label?.words}`}
    >
      {claim}
    </a>
  )
}

/** Longer "words" are scripts without spaces: of these the last character is enough to hold a number. */
const LONGEST_TIE = 20

/** The text and its last word, which the number after it must not leave alone at the start of a line. */
function splitLastWord(text: string): [string, string] {
  const word = /\S*$/.exec(text)?.[0] ?? ''
  const from =
    word.length > 0 && word.length <= LONGEST_TIE ? text.length - word.length : graphemeStart(text, text.length - 1)
  return [text.slice(0, from), text.slice(from)]
}
