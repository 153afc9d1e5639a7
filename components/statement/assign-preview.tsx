import { counted } from '@/lib/domain/sentence-words'
import type { Preview } from './assign-draft'

type Props = {
  preview: Preview | null
  /** How many claims it is about. */
  claims: number
  alsoNew: boolean
  /** Whether nobody is chosen yet. */
  isNobody: boolean
}

/** What saving would do, in words, before it is done. */
export function AssignPreview({ preview, claims, alsoNew, isNobody }: Props) {
  return (
    <section className="assign-preview" aria-label="What this will do" aria-live="polite">
      <p>{preview ? saying(preview, claims, alsoNew, isNobody) : 'Say how many reviewers each claim gets.'}</p>
      {preview && preview.short.length > 0 ? <ShortClaims claims={preview.short} /> : null}
    </section>
  )
}

function saying({ added, removed }: Preview, claims: number, alsoNew: boolean, isNobody: boolean): string {
  if (claims === 0)
    return alsoNew ? 'No round is open now. Claims highlighted later will be assigned.' : 'No round is open now.'
  const over = `over ${counted(claims, 'claim')}`
  if (added === 0 && removed === 0 && isNobody) return 'Choose above who is asked.'
  if (added === 0 && removed === 0) return `Nothing changes for ${counted(claims, 'claim')}.`
  const parts = [
    ...(added > 0 ? [`${counted(added, 'new assignment')} ${over}`] : []),
    ...(removed > 0 ? [`${counted(removed, 'assignment')} taken back`] : []),
  ]
  return `${parts.join('; ')}.`
}

const SHOWN = 6

/** Claims that do not get as many reviewers as wanted, with why. */
export function ShortClaims({
  claims,
}: {
  claims: readonly { claimId: string; claimReviewed: string; why: string }[]
}) {
  const more = claims.length - SHOWN
  return (
    <ul className="small">
      {claims.slice(0, SHOWN).map(({ claimId, claimReviewed, why }) => (
        <li key={claimId}>
          <b>{why}</b> <span dir="auto">{claimReviewed}</span>
        </li>
      ))}
      {more > 0 ? <li>And {counted(more, 'more claim')}.</li> : null}
    </ul>
  )
}
