import Link from 'next/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { CorrectionDto } from '@/lib/contracts/corrections'
import { KIND_WORDS } from '@/lib/domain/correction'

type Props = {
  correction: CorrectionDto
  /** Whether it says of which statement it is. */
  namesStatement?: boolean
}

/** One correction as the desk keeps it: what readers were told, by whom, and with which publication. */
export function CorrectionLine({ correction, namesStatement = false }: Props) {
  const { kind, whatChanged, why, at, by, publication, isNote, statement, claim } = correction
  const place = `/statements/${statement.id}`
  return (
    <>
      <p>
        <b>{KIND_WORDS[kind]}</b>{' '}
        <span className="small">
          <RelativeTime at={at} />, {by.name}, {isNote ? 'note on' : 'with'} publication {publication.number}
        </span>
      </p>
      <p className="correction-of">
        {namesStatement ? (
          <>
            <Link href={place}>{statement.title}</Link>
            {': '}
          </>
        ) : null}
        {claim ? (
          <Link href={`${place}?claim=${claim.id}`}>
            <bdi>{claim.claimReviewed}</bdi>
          </Link>
        ) : (
          'the statement as a whole'
        )}
      </p>
      <p className="correction-words" dir="auto">
        {whatChanged}
      </p>
      <p className="correction-words quiet" dir="auto">
        Why: {why}
      </p>
    </>
  )
}
