import { SourceLine } from '@/components/citations/citation-list'
import { LinkedText } from '@/components/citations/linked-text'
import { today } from '@/components/citations/today'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ContactDto } from '@/lib/contracts/contacts'
import { contactSentence, isOverdue, RESULT_WORDS } from '@/lib/domain/contact'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { counted } from '@/lib/domain/sentence-words'

type Props = { contact: ContactDto; onAnswer: () => void }

/** One question to the claimant, with everything that was recorded of it; the last outcome stands. */
export function ContactEntry({ contact, onAnswer }: Props) {
  const { asked, askedOn, channel, deadlineOn, note, by, at, claims, outcomes } = contact
  const last = outcomes.at(-1)
  const result = last?.result ?? null
  const standing = { askedOn, channel, deadlineOn, result, on: last?.on ?? null }
  const isVoid = result === 'RECORDED_IN_ERROR'
  return (
    <li data-void={isVoid}>
      <p>
        <b dir="auto">{asked}</b>
      </p>
      <p>
        {contactSentence(standing, today())}
        {isOverdue(standing, today()) ? <strong className="overdue"> Overdue.</strong> : null}
      </p>
      {last?.reply ? (
        <p className="note written" dir="auto">
          <LinkedText>{last.reply}</LinkedText>
        </p>
      ) : null}
      {last?.source ? (
        <p className="small">
          Reply: <SourceLine source={last.source} />
        </p>
      ) : null}
      {note ? (
        <p className="small" dir="auto">
          Note: {note}
        </p>
      ) : null}
      <p className="small">
        Recorded by {by.name}, <RelativeTime at={at} />
        {claims.length > 1 ? `, about ${counted(claims.length, 'claim')}` : null}.
        {last ? (
          <>
            {' '}
            Outcome by {last.by.name}, <RelativeTime at={last.at} />.
          </>
        ) : null}
      </p>
      {outcomes.length > 1 ? (
        <details className="more">
          <summary>{outcomes.length === 2 ? 'An earlier outcome' : `${outcomes.length - 1} earlier outcomes`}</summary>
          <ol>
            {outcomes.slice(0, -1).map(({ number, result: earlier, on, reply, by: who }) => (
              <li key={number} className="small">
                {RESULT_WORDS[earlier]}, {partialDateInWords(on)} ({who.name}){reply ? `: “${reply}”` : '.'}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {isVoid ? null : (
        <button type="button" className="btn btn-plain btn-small" onClick={onAnswer}>
          {last ? 'Record what came later…' : 'Record the answer…'}
        </button>
      )}
    </li>
  )
}
