'use client'

import { useState } from 'react'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { ContactDto } from '@/lib/contracts/contacts'
import type { StatementDto } from '@/lib/contracts/statements'
import { ContactEntry } from './contact-entry'
import { RecordContactDialog } from './record-contact-dialog'
import { RecordOutcomeDialog } from './record-outcome-dialog'
import { useContacts } from './use-contacts'
import './contacts.css'

type Props = { claim: ClaimDto; statement: StatementDto }

/** Whether who is said to claim it was asked, when, how and by whom, and what came of it. */
export function ContactSection({ claim, statement }: Props) {
  const { data, error, refetch } = useContacts(statement.id)
  const [isAsking, setAsking] = useState(false)
  const [answering, setAnswering] = useState<ContactDto | null>(null)
  const contacts = (data ?? []).filter(({ claims }) => claims.some(({ id }) => id === claim.id))
  const isEnded = claim.stage === 'WITHDRAWN' || claim.stage === 'MERGED'
  return (
    <section className="part" aria-labelledby="claimant-name">
      <h3 className="part-name" id="claimant-name">
        Claimant
      </h3>
      {data ? (
        contacts.length > 0 ? (
          <ol className="contacts">
            {contacts.map(contact => (
              <ContactEntry key={contact.id} contact={contact} onAnswer={() => setAnswering(contact)} />
            ))}
          </ol>
        ) : (
          <p className="quiet">
            <span dir="auto">{claim.claimant ?? statement.claimant}</span> has not been asked about this claim. Readers
            see whether they were, and what they replied.
          </p>
        )
      ) : error ? (
        <p className="notice">
          {error.message}{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      ) : (
        <p className="skeleton" aria-busy="true" />
      )}
      {isEnded ? null : (
        <button type="button" className="btn" onClick={() => setAsking(true)}>
          Record a contact…
        </button>
      )}
      {isAsking ? <RecordContactDialog claim={claim} statement={statement} onClose={() => setAsking(false)} /> : null}
      {answering ? <RecordOutcomeDialog contact={answering} onClose={() => setAnswering(null)} /> : null}
    </section>
  )
}
