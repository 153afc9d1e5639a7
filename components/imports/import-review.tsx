'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useAnnounce } from '@/components/ui/announcer'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import type { ImportItemDto, ImportPreviewDto } from '@/lib/contracts/imports'
import { choiceOf, type ImportChoice, type ImportChoices, type ItemProblem, problemOf } from './import-choices'
import type { ImportedClaim } from './import-done'
import { ImportGroup } from './import-group'
import { ImportItem } from './import-item'
import { countsInWords, type ImportStatement } from './import-words'
import { problemsByItem } from './item-problems'
import { useImport } from './use-import'

type Props = {
  statement: ImportStatement
  preview: ImportPreviewDto
  choices: ImportChoices
  onChoices: (change: (before: ImportChoices) => ImportChoices) => void
  onBack: () => void
  /** Looks again, at the text of now. */
  onAgain: () => void
  isLooking: boolean
  onDone: (claims: readonly ImportedClaim[]) => void
}

/** What was found, in three groups, and what becomes of each. */
export function ImportReview({ statement, preview, choices, onChoices, onBack, onAgain, isLooking, onDone }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const [missing, setMissing] = useState<ReadonlyMap<number, ItemProblem>>(new Map())
  const [tries, setTries] = useState(0)
  const form = useFocusInvalid(tries)
  const submission = useImport(statement.id, preview.versionNumber, {
    onDone: claims => {
      void queries.invalidateQueries({ queryKey: queryKeys.statement(statement.id) })
      announce(claims.length === 1 ? '1 claim is on the desk.' : `${claims.length} claims are on the desk.`)
      onDone(claims)
    },
    onRefused: () => setTries(count => count + 1),
  })
  const refused = problemsByItem(submission.problem, submission.sent)

  const { items } = preview
  const certain = items.filter(({ state }) => state === 'ANCHORED')
  const uncertain = items.filter(({ state }) => state === 'NEEDS_PERSON')
  const unusable = items.filter(({ state }) => state === 'REFUSED')
  const taken = items.filter(item => item.state !== 'REFUSED' && choiceOf(item, choices).isTaken)

  const change = (item: ImportItemDto, next: ImportChoice) => {
    onChoices(before => ({ ...before, [item.index]: next }))
    if (missing.has(item.index)) setMissing(before => without(before, item.index))
  }
  const takeAll = (isTaken: boolean) =>
    onChoices(before => ({
      ...before,
      ...Object.fromEntries(certain.map(item => [item.index, { ...choiceOf(item, before), isTaken }])),
    }))
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (submission.isRunning || taken.length === 0) return
    const problems = taken.flatMap(item => {
      const problem = problemOf(item, choiceOf(item, choices))
      return problem ? [[item.index, problem] as const] : []
    })
    setMissing(new Map(problems))
    setTries(count => count + 1)
    if (problems.length === 0) submission.run(taken.map(item => ({ item, choice: choiceOf(item, choices) })))
  }
  const shown = (item: ImportItemDto) => (
    <ImportItem
      key={item.index}
      statement={statement}
      item={item}
      choice={choiceOf(item, choices)}
      onChange={next => change(item, next)}
      problem={missing.get(item.index) ?? refused.get(item.index)}
    />
  )
  return (
    <form ref={form} className="import-review" method="post" onSubmit={handleSubmit} noValidate>
      <h2 ref={heading} className="import-sum" tabIndex={-1}>
        {countsInWords(preview)}
      </h2>
      <ImportGroup
        name="Found for certain"
        hint="These very words stand at one place in the text."
        count={certain.length}
      >
        {certain.length > 1 ? (
          <div className="row">
            <button type="button" className="btn btn-plain" onClick={() => takeAll(true)}>
              Take all
            </button>
            <button type="button" className="btn btn-plain" onClick={() => takeAll(false)}>
              Leave all out
            </button>
          </div>
        ) : null}
        <ol className="import-items">{certain.map(shown)}</ol>
      </ImportGroup>
      <ImportGroup
        name="For you to place"
        hint="Suggestions only: likeness cannot tell a typing error from a reversed claim. Read before you choose."
        count={uncertain.length}
      >
        <ol className="import-items">{uncertain.map(shown)}</ol>
      </ImportGroup>
      <ImportGroup name="Cannot be imported" hint="" count={unusable.length}>
        <ul className="import-refused">
          {unusable.map(({ index, label, reason }) => (
            <li key={index}>
              <bdi>{label}</bdi>
              <span className="quiet"> {reason}</span>
            </li>
          ))}
        </ul>
      </ImportGroup>
      <div className="import-foot">
        {missing.size > 0 ? (
          <p className="field-error" role="alert">
            {missing.size === 1 ? 'One annotation needs a change.' : `${missing.size} annotations need a change.`}
          </p>
        ) : (
          <Refusal problem={submission.problem} onAgain={onAgain} isLooking={isLooking} />
        )}
        <div className="row">
          <button type="submit" className="btn btn-main" disabled={submission.isRunning || taken.length === 0}>
            {submission.isRunning
              ? submission.progress
              : taken.length === 1
                ? 'Import 1 claim'
                : `Import ${taken.length} claims`}
          </button>
          <button type="button" className="btn" disabled={submission.isRunning} onClick={onBack}>
            Back to the file
          </button>
          <span className="small push" role="status">
            {submission.isRunning
              ? submission.progress
              : 'Nothing is stored yet. Your choices are kept in this browser.'}
          </span>
        </div>
      </div>
    </form>
  )
}

type RefusalProps = { problem: ApiProblem | null; onAgain: () => void; isLooking: boolean }

function Refusal({ problem, onAgain, isLooking }: RefusalProps) {
  return (
    <>
      <ProblemNotice error={problem} isPlaced={path => path.startsWith('items.')} />
      {problem?.status === 409 ? (
        <button type="button" className="btn" disabled={isLooking} onClick={onAgain}>
          {isLooking ? 'Looking…' : 'Look again in the new text'}
        </button>
      ) : null}
    </>
  )
}

function without(problems: ReadonlyMap<number, ItemProblem>, index: number): ReadonlyMap<number, ItemProblem> {
  return new Map([...problems].filter(([at]) => at !== index))
}
