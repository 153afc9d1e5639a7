'use client'

import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useAnnounce } from '@/components/ui/announcer'
import { useDraft } from '@/components/ui/use-draft'
import { useDesk } from '@/components/workspace/desk-frame'
import { TopBar } from '@/components/workspace/top-bar'
import { previewImportContract } from '@/lib/contracts/imports'
import type { ImportChoices } from './import-choices'
import { ImportDone, type ImportedClaim } from './import-done'
import { ImportReview } from './import-review'
import { ImportSource } from './import-source'
import { countsInWords, type ImportStatement } from './import-words'
import { parseJson } from './parse-json'
import './imports.css'

type Props = { statement: ImportStatement }
type Draft = {
  /** Whether the annotations were being looked through. */
  isReviewing: boolean
  choices: ImportChoices
}
const NOTHING: Draft = { isReviewing: false, choices: {} }

/** Annotations of another tool become claims: paste them, see what stands where, choose, import. Drafts outlive a reload. */
export function ImportScreen({ statement }: Props) {
  const { me } = useDesk()
  const announce = useAnnounce()
  const key = `${statement.id}:${me.id}`
  // Two drafts, so that a long file is not written again with every choice.
  const source = useDraft(`import-source:${key}`, '')
  const draft = useDraft<Draft>(`import-choices:${key}`, NOTHING)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [done, setDone] = useState<readonly ImportedClaim[] | null>(null)

  const preview = useMutation({
    mutationFn: (content: unknown) => callApi(previewImportContract, { statementId: statement.id, content }),
    onSuccess: found => {
      draft.change(before => ({ ...before, isReviewing: true }))
      announce(countsInWords(found))
    },
  })
  const look = () => {
    const parsed = parseJson(source.value)
    setRefusal(parsed.ok ? null : parsed.message)
    if (parsed.ok) preview.mutate(parsed.content)
  }

  // After a reload, back to where one was.
  const hasResumed = useRef(false)
  useEffect(() => {
    if (hasResumed.current || !draft.value.isReviewing || source.value === '') return
    hasResumed.current = true
    const parsed = parseJson(source.value)
    if (parsed.ok) preview.mutate(parsed.content)
  }, [draft.value.isReviewing, source.value, preview.mutate])

  const startOver = () => {
    source.discard('')
    draft.discard(NOTHING)
    preview.reset()
    setRefusal(null)
    setDone(null)
  }
  const href = `/statements/${statement.id}`
  const isReviewing = draft.value.isReviewing && preview.data !== undefined && done === null
  return (
    <>
      <TopBar crumbs={[{ label: statement.title, href }, { label: 'Import annotations' }]} />
      <main id="main" className="page-wide imports" tabIndex={-1}>
        <header className="imports-head">
          <h1>Import annotations</h1>
          <p className="quiet" dir="auto">
            {statement.title}
          </p>
        </header>
        {done ? (
          <ImportDone statementId={statement.id} claims={done} onAgain={startOver} />
        ) : isReviewing && preview.data ? (
          <ImportReview
            statement={statement}
            preview={preview.data}
            choices={draft.value.choices}
            onChoices={change => draft.change(before => ({ ...before, choices: change(before.choices) }))}
            onBack={() => {
              draft.change(before => ({ ...before, isReviewing: false }))
              preview.reset()
            }}
            onAgain={look}
            isLooking={preview.isPending}
            onDone={claims => {
              setDone(claims)
              source.discard('')
              draft.discard(NOTHING)
            }}
          />
        ) : (
          <ImportSource
            text={source.value}
            isRestored={source.isRestored}
            onText={text => {
              source.change(text)
              setRefusal(null)
              // Choices belong to the annotations that they were made for.
              draft.discard(NOTHING)
              preview.reset()
            }}
            onStartOver={startOver}
            onLook={look}
            isLooking={preview.isPending}
            error={refusal ?? undefined}
            problem={<ProblemNotice error={preview.error} isPlaced={() => false} />}
            cancelHref={href}
          />
        )}
      </main>
    </>
  )
}
