'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { listCorrectionsContract } from '@/lib/contracts/corrections'
import { counted } from '@/lib/domain/sentence-words'
import { CorrectionLine } from './correction-line'
import { NoteForm } from './note-form'

type Props = { statementId: string; claims: readonly { id: string; claimReviewed: string }[] }

/** What was corrected about one statement, and the way to add to it. */
export function CorrectionPart({ statementId, claims }: Props) {
  const [isWriting, setWriting] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { data: corrections, error } = useQuery({
    queryKey: queryKeys.corrections(statementId),
    queryFn: async ({ signal }) => (await callApi(listCorrectionsContract, { statementId }, { signal })).items,
  })
  const close = () => {
    setWriting(false)
    // The button comes back in the same place, once the form has gone.
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <section aria-labelledby="corrections-name">
      <h3 className="part-name" id="corrections-name">
        Corrections
      </h3>
      <ProblemNotice error={error} />
      {corrections && corrections.length > 0 ? (
        <details>
          <summary>{counted(corrections.length, 'correction')} so far</summary>
          <ol className="corrections">
            {corrections.map(correction => (
              <li key={correction.id}>
                <CorrectionLine correction={correction} />
              </li>
            ))}
          </ol>
          <p className="small">
            <Link href="/corrections">All corrections of the desk</Link>
          </p>
        </details>
      ) : null}
      {isWriting ? (
        <NoteForm statementId={statementId} claims={claims} onDone={close} onClose={close} />
      ) : (
        <div className="row">
          <button type="button" className="btn" ref={button} onClick={() => setWriting(true)}>
            Correct something…
          </button>
          <span className="small">A note for readers, without another publication.</span>
        </div>
      )}
    </section>
  )
}
