'use client'

import { useIsMutating, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { useAnnounce } from '@/components/ui/announcer'
import { CopyField } from '@/components/ui/copy-field'
import { Field } from '@/components/ui/field'
import { createShareContract, type PublicationDto, type ShareDto } from '@/lib/contracts/publications'
import { EXPIRIES, type Expiry, expiresAt } from './expiry'

type Props = {
  statementId: string
  newest: PublicationDto
  /** Whether links can be made at all now. */
  isHeld: boolean
}

/**
 * Makes a read-only link to the newest publication and shows its address, this once: it stays when another publication
 * is made meanwhile, since it is kept nowhere else.
 */
export function CreateShareForm({ statementId, newest, isHeld }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [label, setLabel] = useState('')
  const [expiry, setExpiry] = useState<Expiry>('never')
  const [day, setDay] = useState('')
  const [isTried, setTried] = useState(false)
  const [made, setMade] = useState<ShareDto | null>(null)
  const create = useCommand(createShareContract, {
    onDone: share => {
      setMade(share)
      setLabel('')
      setTried(false)
      announce('Link created. Its address is shown this once.')
      queries.setQueryData<ShareDto[]>(
        queryKeys.shares(statementId),
        before => before && [{ ...share, url: null }, ...before],
      )
      void queries.invalidateQueries({ queryKey: queryKeys.shares(statementId) })
    },
  })
  // A link made while the next publication is on its way would lead to the one before.
  const isWaiting = useIsMutating() > 0
  const ends = expiresAt(expiry, day, new Date())

  return (
    <form
      className="form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (ends !== undefined) create.run({ statementId, publicationId: newest.id, label, expiresAt: ends })
      }}
    >
      <div className="share-pair">
        <Field
          label="For whom or what"
          isOptional
          error={errorAt(create.problem, 'label')}
          hint="Only the desk sees this."
        >
          {control => (
            <input
              {...control}
              className="field"
              maxLength={120}
              autoComplete="off"
              value={label}
              onChange={event => setLabel(event.target.value)}
            />
          )}
        </Field>
        <Field label="Ends" error={expiry === 'day' ? undefined : errorAt(create.problem, 'expiresAt')}>
          {control => (
            <select
              {...control}
              className="field"
              value={expiry}
              onChange={event => setExpiry(event.target.value as Expiry)} // the options are its only values
            >
              {EXPIRIES.map(({ key, label: name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {expiry === 'day' ? (
        <Field
          label="Last day"
          error={
            isTried && ends === undefined
              ? 'Choose the last day on which it can be opened.'
              : errorAt(create.problem, 'expiresAt')
          }
        >
          {control => (
            <input
              {...control}
              className="field field-date"
              type="date"
              value={day}
              onChange={event => setDay(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <ProblemNotice error={create.problem} isPlaced={path => path === 'label' || path === 'expiresAt'} />
      <div className="row">
        <button type="submit" className="btn" disabled={isHeld || isWaiting}>
          {create.isRunning ? 'Creating…' : 'Create link'}
        </button>
        <span className="small">Anyone who has it can read publication {newest.number}.</span>
      </div>
      {made ? <MadeShare key={made.id} share={made} /> : null}
    </form>
  )
}

function MadeShare({ share }: { share: ShareDto }) {
  if (share.url === null) {
    return (
      <p className="notice" role="alert">
        The link was made, but its address got lost on the way and is kept nowhere. Revoke it below and create another.
      </p>
    )
  }
  return (
    <div className="made-share">
      <CopyField
        label={`The link to publication ${share.publicationNumber}`}
        value={share.url}
        hint="Copy it now: it is shown this once and kept nowhere."
      />
      <a className="btn btn-plain" href={share.url} target="_blank" rel="noopener noreferrer">
        Open it
      </a>
    </div>
  )
}
