import { RatingWord } from '@/components/ui/rating-word'
import { countedVerdicts } from '@/components/verdicts/counted-verdicts'
import type { RoundDto } from '@/lib/contracts/rounds'
import { findRating, type RatingScale, ratingsInOrder } from '@/lib/domain/scale'
import { capital, inWords } from '@/lib/domain/sentence-words'

type Props = { round: RoundDto; scale: RatingScale; rating: string | null }

/** Every verdict that differs from what will be published, with its reasons, as readers will see it: without names. */
export function DissentList({ round, scale, rating }: Props) {
  const counted = countedVerdicts(round)
  const groups = ratingsInOrder(scale)
    .filter(({ key }) => key !== rating)
    .map(({ key }) => ({ key, verdicts: counted.filter(verdict => verdict.rating === key) }))
    .filter(({ verdicts }) => verdicts.length > 0)
  if (groups.length === 0) return <p className="quiet">None: all {inWords(counted.length)} say the same.</p>
  return (
    <ul className="dissents">
      {groups.map(({ key, verdicts }) => {
        const worn = findRating(scale, key)
        return (
          <li key={key}>
            <p>
              {capital(inWords(verdicts.length))} of {inWords(counted.length)} {verdicts.length === 1 ? 'says' : 'say'}{' '}
              {worn ? <RatingWord rating={worn} /> : key}:
            </p>
            {verdicts.map(({ id, rationale }) => (
              <p key={id} className="written" dir="auto">
                “{rationale}”
              </p>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
