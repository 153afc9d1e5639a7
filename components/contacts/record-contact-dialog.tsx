'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { CommandDialog } from '@/components/api/command-dialog'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { useProblems } from '@/components/api/use-problems'
import { today } from '@/components/citations/today'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { type ClaimDto, listClaimsContract } from '@/lib/contracts/claims'
import { recordContactContract } from '@/lib/contracts/contacts'
import type { StatementDto } from '@/lib/contracts/statements'
import { CHANNEL_WORDS, MAX_ASKED_LENGTH, MAX_NOTE_LENGTH, requestProblems } from '@/lib/domain/contact'
import { capital } from '@/lib/domain/sentence-words'
import { CONTACT_CHANNELS, type ContactChannel } from '@/lib/domain/vocabulary'
import { usePutContact } from './use-contacts'

type Draft = {
  asked: string
  askedOn: string
  channel: ContactChannel
  deadlineOn: string
  note: string
  claimIds: string[]
}

type Props = { claim: ClaimDto; statement: StatementDto; onClose: () => void }

const PLACED = ['asked', 'askedOn', 'channel', 'deadlineOn', 'note', 'claimIds']

/** That the claimant was asked, about this claim and perhaps others of the statement. */
export function RecordContactDialog({ claim, statement, onClose }: Props) {
  const announce = useAnnounce()
  const put = usePutContact()
  const { value, change, discard } = useDraft<Draft>(`contact:${claim.id}`, {
    asked: claim.claimant ?? statement.claimant,
    askedOn: today(),
    channel: 'EMAIL',
    deadlineOn: '',
    note: '',
    claimIds: [claim.id],
  })
  const set = (next: Partial<Draft>) => change(before => ({ ...before, ...next }))
  const record = useCommand(recordContactContract, {
    onDone: contact => {
      discard()
      put(contact)
      announce('The contact is recorded. Readers see it with the next publication.')
      onClose()
    },
  })
  const problems = problemsOf(value)
  const { problemAt, isReady } = useProblems(problems, record.problem)

  return (
    <CommandDialog
      title="Record a contact"
      hint="Readers see who was asked, when and how, and what came of it. The note stays with the desk."
      act="Record"
      isRunning={record.isRunning}
      problem={record.problem}
      isPlaced={path => PLACED.includes(path)}
      onSubmit={() => {
        if (!isReady()) return
        record.run({ statementId: statement.id, ...value, deadlineOn: value.deadlineOn || null })
      }}
      onClose={onClose}
    >
      <Field label="Who was asked" error={problemAt('asked')} hint="Such as “Press office of the ministry”. Published.">
        {control => (
          <input
            {...control}
            className="field"
            maxLength={MAX_ASKED_LENGTH}
            autoComplete="off"
            dir="auto"
            value={value.asked}
            onChange={event => set({ asked: event.target.value })}
          />
        )}
      </Field>
      <div className="contact-pair">
        <Field label="Asked on" error={problemAt('askedOn')}>
          {control => (
            <input
              {...control}
              type="date"
              className="field"
              max={today()}
              value={value.askedOn}
              onChange={event => set({ askedOn: event.target.value })}
            />
          )}
        </Field>
        <Field label="How" error={problemAt('channel')}>
          {control => (
            <select
              {...control}
              className="field"
              value={value.channel}
              onChange={event => set({ channel: event.target.value as ContactChannel })} // the options are its only values
            >
              {CONTACT_CHANNELS.map(channel => (
                <option key={channel} value={channel}>
                  {capital(CHANNEL_WORDS[channel])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Answer asked for by" isOptional error={problemAt('deadlineOn')}>
          {control => (
            <input
              {...control}
              type="date"
              className="field"
              min={value.askedOn}
              value={value.deadlineOn}
              onChange={event => set({ deadlineOn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label="Note"
        isOptional
        error={problemAt('note')}
        hint="For members alone: the address, the wording, a case number."
      >
        {control => (
          <textarea
            {...control}
            className="field"
            rows={2}
            maxLength={MAX_NOTE_LENGTH}
            dir="auto"
            value={value.note}
            onChange={event => set({ note: event.target.value })}
          />
        )}
      </Field>
      <AskedAbout
        statementId={statement.id}
        claim={claim}
        chosen={value.claimIds}
        error={problemAt('claimIds')}
        onChange={claimIds => set({ claimIds })}
      />
    </CommandDialog>
  )
}

type AskedAboutProps = {
  statementId: string
  claim: ClaimDto
  chosen: readonly string[]
  error: string | undefined
  onChange: (claimIds: string[]) => void
}

/** The claims that the question was about: this one first, then the statement's others. */
function AskedAbout({ statementId, claim, chosen, error, onChange }: AskedAboutProps) {
  const { data: others = [] } = useQuery({
    queryKey: queryKeys.claims(statementId),
    queryFn: async ({ signal }) => (await callApi(listClaimsContract, { statementId }, { signal })).items,
  })
  const claims = [
    claim,
    ...others.filter(({ id, stage }) => id !== claim.id && (stage === 'OPEN' || stage === 'DECIDED')),
  ]
  return (
    <fieldset className="contact-claims">
      <legend className="label">Asked about</legend>
      {error ? <p className="field-error">{error}</p> : null}
      {claims.map(({ id, claimReviewed }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={event => onChange(event.target.checked ? [...chosen, id] : chosen.filter(other => other !== id))}
          />
          <span dir="auto">{claimReviewed}</span>
        </label>
      ))}
    </fieldset>
  )
}

function problemsOf(draft: Draft): { path: string; message: string }[] {
  return [
    ...(draft.asked.trim() ? [] : [{ path: 'asked', message: 'Say who was asked.' }]),
    ...(draft.askedOn ? [] : [{ path: 'askedOn', message: 'Say when they were asked.' }]),
    ...(draft.claimIds.length > 0 ? [] : [{ path: 'claimIds', message: 'Choose at least one claim.' }]),
    ...requestProblems({ askedOn: draft.askedOn, deadlineOn: draft.deadlineOn || null }, new Date()),
  ]
}
