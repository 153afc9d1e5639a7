'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useHydrated } from '@/components/account/use-hydrated'
import { ApiProblem, callApi } from '@/components/api/call'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { problemWithout } from '@/components/statements-new/statement-draft'
import { TextField } from '@/components/statements-new/text-field'
import { useAnnounce } from '@/components/ui/announcer'
import { useDraft } from '@/components/ui/use-draft'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { useDesk } from '@/components/workspace/desk-frame'
import type { StatementDto } from '@/lib/contracts/statements'
import { createVersionContract, previewVersionContract } from '@/lib/contracts/versions'
import { NO_DETAILS, type VersionDetails, versionInput, versionProblem } from './version-draft'
import { VersionFields } from './version-fields'
import { type Preview, VersionPreview } from './version-preview'
import '@/components/statements-new/new-statement.css'
import './versions.css'

type Props = {
  statement: Pick<StatementDto, 'id' | 'title' | 'text' | 'currentVersion' | 'language' | 'direction'>
}

/** A corrected or republished text: first the text, then what it does to every passage, and only then is it stored. */
export function NewVersionForm({ statement }: Props) {
  const { me } = useDesk()
  const router = useRouter()
  const queries = useQueryClient()
  const announce = useAnnounce()
  // Two drafts, so that a long text is not written again with every letter of the note.
  const key = `${statement.id}:${me.id}`
  const details = useDraft<VersionDetails>(`new-version:${key}`, NO_DETAILS)
  const text = useDraft(`new-version-text:${key}`, '')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [tries, setTries] = useState(0)
  const [isAdded, setAdded] = useState(false)
  const form = useFocusInvalid(tries)
  // Sent before the script runs, the form would go to an address that takes none.
  const isHydrated = useHydrated()

  const preview = useMutation({
    mutationFn: () => callApi(previewVersionContract, { statementId: statement.id, text: text.value }),
    onSuccess: () => window.scrollTo({ top: 0, behavior: 'instant' }),
    onError: refused => {
      if (!(refused instanceof ApiProblem) || refused.errors.length === 0) return
      setProblem(refused)
      setTries(count => count + 1)
    },
  })
  const create = useCommand(createVersionContract, {
    onDone: async added => {
      setAdded(true)
      details.discard()
      text.discard()
      await queries.invalidateQueries({ queryKey: queryKeys.statement(statement.id) })
      void queries.invalidateQueries({ queryKey: ['claim'] })
      const needsPerson = (preview.data?.unanchored.length ?? 0) > 0
      announce(
        needsPerson
          ? `Version ${added.number} is added. These passages need a person.`
          : `Version ${added.number} is added. Every passage stands.`,
      )
      router.push(`/statements/${statement.id}${needsPerson ? '/repair' : ''}`)
    },
  })

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (preview.isPending) return
    const found = versionProblem(statement.id, details.value, text.value, statement.text)
    setProblem(found)
    setTries(tries + 1)
    if (!found) preview.mutate()
  }
  const changeText = (next: string) => {
    text.change(next)
    setProblem(before => problemWithout(before, ['text']))
  }

  if (preview.data && !preview.data.isSame) {
    return (
      <PreviewStep
        statement={statement}
        preview={preview.data}
        problem={create.problem}
        isAdding={create.isRunning || isAdded}
        onAdd={basedOn =>
          create.run({ statementId: statement.id, basedOn, text: text.value, ...versionInput(details.value) })
        }
        onBack={() => {
          create.clear()
          preview.reset()
        }}
        onAgain={() => {
          create.clear()
          preview.mutate()
        }}
      />
    )
  }
  return (
    <form ref={form} className="new-statement" method="post" onSubmit={handleSubmit} noValidate>
      {details.isRestored || text.isRestored ? (
        <p className="notice notice-plain">
          Your draft is back.{' '}
          <button
            type="button"
            className="btn btn-plain"
            onClick={() => {
              details.discard(NO_DETAILS)
              text.discard('')
              setProblem(null)
            }}
          >
            Start over
          </button>
        </p>
      ) : null}
      <div className="new-statement-columns">
        <div>
          <TextField
            text={text.value}
            onChange={changeText}
            onFile={() => undefined}
            language={statement.language}
            direction={statement.direction}
            error={errorAt(problem, 'text') ?? (preview.data?.isSame ? SAME : undefined)}
          />
          {text.value === '' ? (
            <p className="small start-from">
              A correction of a few words?{' '}
              <button type="button" className="link" onClick={() => changeText(statement.text)}>
                Start from the text of version {statement.currentVersion}
              </button>
            </p>
          ) : null}
        </div>
        <div className="form">
          <VersionFields details={details.value} onChange={details.change} error={problem} />
        </div>
      </div>
      {preview.error && !(preview.error instanceof ApiProblem && preview.error.errors.length > 0) ? (
        <ProblemNotice error={preview.error} />
      ) : null}
      <div className="row">
        <button type="submit" className="btn btn-main" disabled={!isHydrated || preview.isPending}>
          {preview.isPending ? 'Comparing…' : 'See what changes'}
        </button>
        <Link className="btn btn-plain" href={`/statements/${statement.id}/versions`}>
          Cancel
        </Link>
        <span className="small push">Nothing is stored yet. Your draft is kept in this browser.</span>
      </div>
    </form>
  )
}

const SAME = 'This is the current text, character for character. There is nothing to add.'

type StepProps = {
  statement: Props['statement']
  preview: Preview
  problem: ApiProblem | null
  isAdding: boolean
  onAdd: (basedOn: number) => void
  onBack: () => void
  onAgain: () => void
}

/** What the new text does, before anything is stored. */
function PreviewStep({ statement, preview, problem, isAdding, onAdd, onBack, onAgain }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const isStale = problem?.status === 409
  return (
    <div className="preview">
      <VersionPreview statement={statement} preview={preview} headingRef={heading} />
      <div className="preview-foot">
        <ProblemNotice error={problem} />
        <div className="row">
          {isStale ? (
            <button type="button" className="btn btn-main" onClick={onAgain}>
              Compare again
            </button>
          ) : (
            <button type="button" className="btn btn-main" disabled={isAdding} onClick={() => onAdd(preview.basedOn)}>
              {isAdding ? 'Adding…' : `Add version ${preview.basedOn + 1}`}
            </button>
          )}
          <button type="button" className="btn" disabled={isAdding} onClick={onBack}>
            Back to the text
          </button>
          <span className="small push">Nothing is stored yet.</span>
        </div>
      </div>
    </div>
  )
}
