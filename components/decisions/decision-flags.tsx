'use client'

import type { ReactNode } from 'react'
import { RatingWord } from '@/components/ui/rating-word'
import type { ClaimDto, RoundDto } from '@/lib/contracts/claims'
import { unsourcedSentences } from '@/lib/domain/citation'
import type { Consensus } from '@/lib/domain/consensus'
import { findRating } from '@/lib/domain/scale'
import { inWords } from '@/lib/domain/sentence-words'

type Props = {
  claim: ClaimDto
  round: RoundDto
  consensus: Consensus
  explanation: string
  language: string
  /** Puts the cursor at the end of that sentence. */
  onPoint: (sentence: string) => void
  /** Goes over to returning the claim, with this asked for. */
  onAsk: (comment: string) => void
}

/** What an editor should look at before readers do. None of it stands in the way. */
export function DecisionFlags({ claim, round, consensus, explanation, language, onPoint, onAsk }: Props) {
  const unsourced = unsourcedSentences(explanation, language)
  const single = claim.flags?.singlePublisher ?? []
  const far = consensus.status === 'AGREED' ? consensus.farDissents : []
  const count = unsourced.length + (single.length > 0 ? 1 : 0) + far.length
  if (count === 0) return null
  return (
    <section className="flags" aria-labelledby="flags-name">
      <h3 id="flags-name">
        {capital(inWords(count))} {count === 1 ? 'thing' : 'things'} to look at
      </h3>
      <ul>
        {far.map(key => (
          <Flag key={key}>One verdict is far away: {rated(claim, key)}. The explanation should answer it.</Flag>
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
      </ul>
    </section>
  )
}

function Flag({ children, act, onAct }: { children: ReactNode; act?: string; onAct?: () => void }) {
  return (
    <li>
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

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
