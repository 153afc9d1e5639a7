import { MIN_QUORUM } from '@/lib/domain/consensus-policy'
import { type Attendance, awaitingIn, countedIn } from '@/lib/domain/round'
import { type RatingKey, type RatingScale, ratingOf } from '@/lib/domain/scale'
import type { SentencePart } from '@/lib/domain/sentence'
import { inWords, plural } from '@/lib/domain/sentence-words'
import type { Agreeing, Move, Undoing } from '@/lib/domain/what-would-change'

/** More ratings than this within equal reach are not named one by one. */
const MOST_NAMED = 3

/** What would change the outcome of a closed round: "Agreed on False if one more reviewer said False instead of Mixed." */
export function changeSentence(change: Undoing | Agreeing, scale: RatingScale): SentencePart[] {
  return change.kind === 'UNDOING' ? undoingSentence(change, scale) : agreeingSentence(change, scale)
}

function undoingSentence({ verdicts, moves, outcome }: Undoing, scale: RatingScale): SentencePart[] {
  const would: SentencePart[] =
    outcome.status === 'AGREED'
      ? [{ text: ' would be agreed on ' }, labelled(outcome.rating, scale)]
      : [{ text: ' would be split' }]
  return [{ text: ifOthers(verdicts) }, ...would, { text: ': ' }, ...listed(moves, scale), { text: '.' }]
}

function agreeingSentence({ verdicts, on }: Agreeing, scale: RatingScale): SentencePart[] {
  const [only, ...more] = on
  if (only && more.length === 0) {
    return [
      { text: 'Agreed on ' },
      labelled(only.rating, scale),
      { text: ` if ${inWords(verdicts)} more ${plural(verdicts, 'reviewer')} said ` },
      labelled(only.rating, scale),
      { text: ' instead of ' },
      ...joined(
        only.moves.map(({ from }) => [labelled(from, scale)]),
        ' and ',
      ),
      { text: '.' },
    ]
  }
  const would = { text: `${ifOthers(verdicts)} would be agreed` }
  if (on.length > MOST_NAMED) return [would, { text: '.' }]
  return [
    would,
    { text: ', on ' },
    ...joined(
      on.map(({ rating }) => [labelled(rating, scale)]),
      ' or ',
    ),
    { text: '.' },
  ]
}

/** "Mixed instead of False", "two True and one Mixed instead of False". */
function listed(moves: readonly Move[], scale: RatingScale): SentencePart[] {
  const [first] = moves
  const isOneSource = moves.every(({ from }) => from === first?.from)
  const said = (move: Move): SentencePart[] => [
    ...(moves.length > 1 ? [{ text: `${inWords(move.count)} ` }] : []),
    labelled(move.to, scale),
  ]
  const instead = (from: RatingKey): SentencePart[] => [{ text: ' instead of ' }, labelled(from, scale)]
  if (first && isOneSource) return [...joined(moves.map(said), ' and '), ...instead(first.from)]
  return joined(
    moves.map(move => [...said(move), ...instead(move.from)]),
    ' and ',
  )
}

/**
 * What would end the wait of an open round, from what everyone may know of it: who has come, who is asked, and who is left
 * (`eligible`: ids of the members whose verdicts would count). Names what an editor may do.
 */
export function waitSentence(attendance: Attendance, eligible: readonly string[]): SentencePart[] {
  const { missing, unreachable } = awaitingIn(attendance, eligible)
  if (unreachable) {
    const lower = `An editor may lower this claim’s quorum, to no fewer than ${inWords(MIN_QUORUM)}, with a reason that is published`
    const text =
      unreachable.eligible < MIN_QUORUM
        ? `It takes ${inWords(MIN_QUORUM)} members at least: one rating is never called consensus.`
        : `${lower}; or more members may join.`
    return [{ text }]
  }
  const toQuorum = attendance.quorum - countedIn(attendance)
  if (missing === 0 || toQuorum === missing) return [{ text: 'It closes by itself with the last one.' }]
  if (toQuorum <= 0) return [{ text: 'A quorum is in: an editor may close it without the rest.' }]
  return [{ text: `With ${toQuorum} more, an editor may close it without the rest.` }]
}

function ifOthers(verdicts: number): string {
  return `If ${inWords(verdicts)} ${plural(verdicts, 'verdict')} differed, it`
}

function labelled(rating: RatingKey, scale: RatingScale): SentencePart {
  return { text: ratingOf(scale, rating).label, rating }
}

/** "a, b and c". */
function joined(items: readonly (readonly SentencePart[])[], last: string): SentencePart[] {
  return items.flatMap((item, at) => {
    if (at === 0) return item
    return [{ text: at === items.length - 1 ? last : ', ' }, ...item]
  })
}
