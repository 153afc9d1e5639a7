import type { PublishedClaimDto, PublishedContactDto, SnapshotDto } from '@/lib/contracts/snapshot'
import { contactSentence } from '@/lib/domain/contact'
import { SourceLine } from './evidence-list'
import { Isolated, Quotation } from './text'

type Props = { snapshot: SnapshotDto; claim: PublishedClaimDto }

/** Whether who is said to claim it was asked, and what they replied, as known when this was published. */
export function ClaimantReply({ snapshot, claim: { contact } }: Props) {
  const [newest, ...earlier] = contact
  if (!newest) return null
  const publishedOn = snapshot.publication.at.slice(0, 10)
  return (
    <div className="reply">
      <Asked contact={newest} on={publishedOn} />
      {earlier.length > 0 && (
        <details>
          <summary>Asked before</summary>
          {earlier.map((contact, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, to bytes
            <Asked key={place} contact={contact} on={publishedOn} />
          ))}
        </details>
      )}
    </div>
  )
}

function Asked({ contact, on }: { contact: PublishedContactDto; on: string }) {
  const { asked, reply, source } = contact
  return (
    <div>
      <p>
        <b>
          <Isolated of={asked} />.
        </b>{' '}
        {contactSentence(contact, on)}
      </p>
      {reply !== null && <Quotation of={reply} />}
      {source !== null && (
        <p className="src">
          <SourceLine source={source} />
        </p>
      )}
    </div>
  )
}
