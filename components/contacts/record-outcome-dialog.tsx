'use client'

import { useRef } from 'react'
import { CommandDialog } from '@/components/api/command-dialog'
import { errorAt } from '@/components/api/field-errors'
import { useCommand } from '@/components/api/use-command'
import { useProblems } from '@/components/api/use-problems'
import { type CitationDraft, citationInput, newCitation } from '@/components/citations/citation-draft'
import { SourceFields } from '@/components/citations/source-fields'
import { today } from '@/components/citations/today'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { RadioList } from '@/components/ui/radio-list'
import { useDraft } from '@/components/ui/use-draft'
import { type ContactDto, recordContactOutcomeContract } from '@/lib/contracts/contacts'
import { carriesWords, MAX_REPLY_LENGTH, outcomeProblems, RESULT_WORDS } from '@/lib/domain/contact'
import { CONTACT_RESULTS, type ContactResult } from '@/lib/domain/vocabulary'
import '@/components/citations/citations.css'
import { usePutContact } from './use-contacts'

type Draft = { result: ContactResult | null; on: string; reply: string; hasSource: boolean; source: CitationDraft }

type Props = { contact: ContactDto; onClose: () => void }

/** What came of asking the claimant: their words and where they can be read, or that there were none. */
export function RecordOutcomeDialog({ contact, onClose }: Props) {
  const announce = useAnnounce()
  const put = usePutContact()
  const place = useRef<HTMLInputElement>(null)
  const { value, change, discard } = useDraft<Draft>(`contact-outcome:${contact.id}`, {
    result: null,
    on: today(),
    reply: '',
    hasSource: false,
    source: newCitation('reply', today()),
  })
  const set = (next: Partial<Draft>) => change(before => ({ ...before, ...next }))
  const record = useCommand(recordContactOutcomeContract, {
    onDone: next => {
      discard()
      put(next)
      announce('The answer is recorded. Readers see it with the next publication.')
      onClose()
    },
  })
  const { result, on } = value
  const hasWords = result !== null && carriesWords(result)
  const reply = hasWords && value.reply.trim() ? value.reply : null
  const hasSource = hasWords && value.hasSource
  const problems =
    result === null
      ? [{ path: 'result', message: 'Choose what came of it.' }]
      : [
          ...(on ? [] : [{ path: 'on', message: 'Say when.' }]),
          ...outcomeProblems({ result, on, reply, hasSource }, contact.askedOn, new Date()),
        ]
  const { problemAt, isReady } = useProblems(problems, record.problem)

  return (
    <CommandDialog
      title="Record the answer"
      hint={`${contact.asked} was asked. Readers see what you record here.`}
      act="Record"
      isRunning={record.isRunning}
      problem={record.problem}
      isPlaced={path => ['result', 'on', 'reply'].includes(path) || path.startsWith('source')}
      onSubmit={() => {
        if (!isReady() || result === null) return
        const source = hasSource ? citationInput(value.source).source : null
        record.run({ contactId: contact.id, result, on, reply, source })
      }}
      onClose={onClose}
    >
      <RadioList
        legend="What came of it"
        options={CONTACT_RESULTS}
        labels={RESULT_WORDS}
        value={result}
        onChange={next => set({ result: next })}
        error={problemAt('result')}
      />
      <Field label="On" error={problemAt('on')} hint="The day the answer came, or was given up.">
        {control => (
          <input
            {...control}
            type="date"
            className="field field-date"
            min={contact.askedOn}
            max={today()}
            value={value.on}
            onChange={event => set({ on: event.target.value })}
          />
        )}
      </Field>
      {hasWords ? (
        <>
          <Field
            label="Their words"
            isOptional={result === 'DECLINED'}
            error={problemAt('reply')}
            hint="Word for word, or in short. Published."
          >
            {control => (
              <textarea
                {...control}
                className="field"
                rows={4}
                maxLength={MAX_REPLY_LENGTH}
                dir="auto"
                value={value.reply}
                onChange={event => set({ reply: event.target.value })}
              />
            )}
          </Field>
          {value.hasSource ? (
            <fieldset className="contact-source">
              <legend className="label">Where it can be read</legend>
              <SourceFields
                citation={value.source}
                placeRef={place}
                errorAt={field => errorAt(record.problem, `source.${field}`)}
                onChange={next => change(before => ({ ...before, source: { ...before.source, ...next } }))}
              />
              <button type="button" className="btn btn-plain btn-small" onClick={() => set({ hasSource: false })}>
                Leave the source out
              </button>
            </fieldset>
          ) : (
            <button type="button" className="btn btn-plain add" onClick={() => set({ hasSource: true })}>
              Add where it can be read
            </button>
          )}
        </>
      ) : null}
    </CommandDialog>
  )
}
