'use client'

import type { DueCorrectionDto } from '@/lib/contracts/publications'
import { counted } from '@/lib/domain/sentence-words'
import { WHOLE } from './correction-draft'
import { CorrectionFields } from './correction-fields'
import { DueClaim } from './due-claim'
import type { useCorrections } from './use-corrections'

type Props = {
  statementId: string
  due: readonly DueCorrectionDto[]
  corrections: ReturnType<typeof useCorrections>
}

/** What has changed since readers were told last, and for each change the words that tell them. */
export function DueForms({ statementId, due, corrections }: Props) {
  const { draftOf, errorsOf, write, saysWhole, sayWhole } = corrections
  const fieldsOf = (id: string) => {
    const kinds = corrections.tasks.find(task => task.id === id)?.kinds ?? []
    return (
      <CorrectionFields
        kinds={kinds}
        draft={draftOf(id)}
        errors={errorsOf(id)}
        about={{ statementId, claimId: id === WHOLE ? null : id }}
        onChange={next => write(id, next)}
      />
    )
  }
  return (
    <>
      {due.length > 0 ? (
        <p>
          <b>
            {counted(due.length, 'published check')} {due.length === 1 ? 'stands' : 'stand'} otherwise now.
          </b>{' '}
          Say for each what changed: it is published with the check, and above every earlier publication.
        </p>
      ) : null}
      {due.map(one => (
        <section key={one.claim.id} className="due" aria-label={`What changed: ${one.claim.claimReviewed}`}>
          <DueClaim due={one} />
          {fieldsOf(one.claim.id)}
        </section>
      ))}
      {saysWhole ? (
        <section className="due" aria-label="What changed about the statement as a whole">
          <p className="due-claim">The statement as a whole</p>
          {fieldsOf(WHOLE)}
          <div>
            <button type="button" className="btn btn-plain" onClick={() => sayWhole(false)}>
              Leave this out
            </button>
          </div>
        </section>
      ) : (
        <div>
          <button type="button" className="btn btn-plain" onClick={() => sayWhole(true)}>
            Something else changed…
          </button>
        </div>
      )}
    </>
  )
}
