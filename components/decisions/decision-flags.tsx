'use client'

import type { ReactNode } from 'react'
import { RatingWord } from '@/components/ui/rating-word'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { RoundDto } from '@/lib/contracts/rounds'
import { unsourcedSentences } from '@/lib/domain/citation'
import { findRating } from '@/lib/domain/scale'
import { capital, inWords } from '@/lib/domain/sentence-words'
import type { FarDissentDto } from './dissent-answers'

type Props = {
  claim: ClaimDto
  round: RoundDto
  /** Far dissents that the explanation has yet to answer. */
  unanswered: readonly FarDissentDto[]
  explanation: string
  language: string
  /** Puts the cursor at the end of that sentence. */
  onPoint: (sentence: string) => void
  /** Goes over to returning the claim, with this asked for. */
  onAsk: (comment: string) => void
}

/** What an editor should look at before readers do. None of it stands in the way; a far dissent left unanswered is asked about once more. */
export function DecisionFlags({ claim, round, unanswered, explanation, language, onPoint, onAsk }: Props) {
  const unsourced = unsourcedSentences(explanation, language)
  const thin = claim.flags?.singlePublisher ?? []
  const cites = ({ id }: { id: string }) =>
    round.verdicts.some(({ reviewer, citations }) => reviewer.id === id && citations.length > 0)
  const single = thin.filter(cites)
  const sourceless = thin.filter(person => !cites(person))
  const count = unsourced.length + (single.length > 0 ? 1 : 0) + (sourceless.length > 0 ? 1 : 0) + unanswered.length
  if (count === 0) return null
  return (
    <section className="flags" aria-labelledby="flags-name">
      <h3 id="flags-name">
        {capital(inWords(count))} {count === 1 ? 'thing' : 'things'} to look at
      </h3>
      <ul>
        {unanswered.map(({ reviewer, rating, evidence }) => (
          <Flag key={reviewer.id} isStrong>
            The explanation must answer {reviewer.name}’s far dissent, {rated(claim, rating)}: name that rating
            {evidence.length > 0
              ? `, or point to what it alone cites: ${evidence.map(n => `[${n}]`).join(', ')}`
              : null}
            .
          </Flag>
        ))}
        {unsourced.map(sentence => (
          <Flag key={sentence} act="Point to a source" onAct={() => onPoint(sentence)}>
            “{sentence}” names no source.
          </Flag>
        ))}
        {single.length > 0 ? (
          <Flag
            act="Ask for another"
            onAct={() => onAsk('Please find a second source, by another publisher, before this is decided.')}
          >
            {namesOf(single)} on one publisher{publisherOf(round, single)}.
          </Flag>
        ) : null}
        {sourceless.length > 0 ? (
          <Flag
            act="Ask for a source"
            onAct={() => onAsk('Please cite what a reader can look at, before this is decided.')}
          >
            {namesOf(sourceless)} on no source.
          </Flag>
        ) : null}
      </ul>
    </section>
  )
}

type FlagProps = { children: ReactNode; act?: string; onAct?: () => void; isStrong?: boolean }

function Flag({ children, act, onAct, isStrong = false }: FlagProps) {
  return (
    <li data-strong={isStrong ? true : undefined}>
      <p>{children}</p>
      {act ? (
        <button type="button" className="btn btn-plain" onClick={onAct}>
          {act}
        </button>
      ) : null}
    </li>
  )
}

function rated({ scale }: ClaimDto, key: string): ReactNode {
  const rating = findRating(scale, key)
  return rating ? <RatingWord rating={rating} /> : key
}

/** "Birch’s verdict rests", "Birch’s and Cedar’s verdicts each rest". */
function namesOf(people: readonly { name: string }[]): string {
  const names = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(people.map(({ name }) => `${name}’s`))
  return people.length === 1 ? `${names} verdict rests` : `${names} verdicts each rest`
}

/** The publisher by name, where it is the same for all of them. */
function publisherOf({ verdicts }: RoundDto, people: readonly { id: string }[]): string {
  const publishers = verdicts
    .filter(({ reviewer }) => people.some(({ id }) => id === reviewer.id))
    .flatMap(({ citations }) => citations.map(({ source }) => source.publisher))
  const [first] = publishers
  return first && publishers.every(publisher => publisher === first) ? `, ${first}` : ''
}
