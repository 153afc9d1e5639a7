import type { Agreed, Awaiting, Consensus, Escalated, RatingCount, Split } from '@/lib/domain/consensus'
import { type RatingKey, type RatingScale, ratingOf } from '@/lib/domain/scale'
import { counted, inWords, plural } from '@/lib/domain/sentence-words'

/** A stretch of a sentence. Where `rating` is set, `text` is that rating's label and a screen can dress it. */
export interface SentencePart {
  readonly text: string
  readonly rating?: RatingKey
}

export function textOf(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('')
}

/**
 * Where a claim stands, in one plain sentence: "Agreed: False (3 of 4; one says Mostly false)." Names no reviewer.
 * Throws RangeError for a rating that the scale does not have.
 */
export function consensusSentence(consensus: Consensus, scale: RatingScale): SentencePart[] {
  switch (consensus.status) {
    case 'AWAITING':
      return [{ text: awaitingSentence(consensus) }]
    case 'AGREED':
      return agreedSentence(consensus, scale)
    case 'SPLIT':
      return joined([{ text: 'Split: ' }, ...disagreement(consensus, scale), { text: '.' }])
    case 'ESCALATED': {
      const after = { text: `Escalated after ${counted(consensus.round, 'round')}: ` }
      return joined([after, ...disagreement(consensus, scale), { text: '.' }])
    }
  }
}

function awaitingSentence({ missing, unreachable }: Awaiting): string {
  if (unreachable) {
    const { eligible, quorum } = unreachable
    const only = eligible === 0 ? 'no member' : `only ${counted(eligible, 'member')}`
    return `Out of reach: ${counted(quorum, 'verdict')} are needed and ${only} may cast one.`
  }
  return missing === 0
    ? 'Waiting for the round to close.'
    : `Waiting for ${missing} more ${plural(missing, 'verdict')}.`
}

function agreedSentence({ rating, count, of, dissents, farDissents }: Agreed, scale: RatingScale): SentencePart[] {
  const parts: SentencePart[] = [{ text: 'Agreed: ' }, labelled(rating, scale), { text: ` (${count} of ${of}` }]
  dissents.forEach((dissent, index) => {
    parts.push({ text: index === 0 ? '; ' : ', ' }, ...saying(dissent, scale, inWords(dissent.count)))
    if (farDissents.includes(dissent.rating)) parts.push({ text: ', a far dissent' })
  })
  return joined([...parts, { text: ').' }])
}

/** "2 say True, 1 says False, 4 steps apart; 1 says Unverifiable": distance is a matter of the scale, so it follows what is on it. */
function disagreement(consensus: Split | Escalated, scale: RatingScale): SentencePart[] {
  const { reason, counts, steps } = consensus
  if (reason !== 'SPREAD') return [...listed(counts, scale), { text: `; ${shortfall(consensus, scale)}` }]
  const isOn = ({ rating }: RatingCount) => ratingOf(scale, rating).position !== null
  const off = counts.filter(count => !isOn(count))
  const apart = { text: `, ${counted(steps ?? 0, 'step')} apart` }
  return [
    ...listed(counts.filter(isOn), scale),
    apart,
    ...(off.length > 0 ? [{ text: '; ' }, ...listed(off, scale)] : []),
  ]
}

function shortfall({ reason, counts, steps }: Split | Escalated, scale: RatingScale): string {
  if (counts.every(({ count }) => count === 1)) return 'no two agree'
  if (reason === 'MAJORITY') return 'no rating has the share it needs'
  const someAreOff = counts.some(({ rating }) => ratingOf(scale, rating).position === null)
  return steps !== null && someAreOff
    ? 'too few on the scale or on one answer off it'
    : 'no answer has the share it needs'
}

function listed(counts: readonly RatingCount[], scale: RatingScale): SentencePart[] {
  return counts.flatMap((count, index) => [
    ...(index === 0 ? [] : [{ text: ', ' }]),
    ...saying(count, scale, String(count.count)),
  ])
}

function saying({ rating, count }: RatingCount, scale: RatingScale, number: string): SentencePart[] {
  return [{ text: `${number} ${count === 1 ? 'says' : 'say'} ` }, labelled(rating, scale)]
}

function labelled(rating: RatingKey, scale: RatingScale): SentencePart {
  return { text: ratingOf(scale, rating).label, rating }
}

/** Neighbouring plain stretches become one. */
function joined(parts: readonly SentencePart[]): SentencePart[] {
  const result: SentencePart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last && last.rating === undefined && part.rating === undefined) {
      result.splice(-1, 1, { text: last.text + part.text })
    } else result.push(part)
  }
  return result
}
