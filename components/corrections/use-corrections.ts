'use client'

import { useState } from 'react'
import { useDraft } from '@/components/ui/use-draft'
import type { DueCorrectionDto } from '@/lib/contracts/publications'
import {
  type CorrectionDraft,
  type CorrectionDrafts,
  type CorrectionErrors,
  correctionInputs,
  EMPTY_CORRECTION,
  lacksOf,
  refusalsAt,
  tasksOf,
  WHOLE,
} from './correction-draft'

const NONE: CorrectionDrafts = {}

/**
 * The corrections that a statement's next publication is given, as they are being written. Kept in this browser by claim,
 * so that they outlive a refusal and a change of what is due.
 */
export function useCorrections(statementId: string, due: readonly DueCorrectionDto[], problem: unknown) {
  const { value: drafts, change, discard } = useDraft(`corrections:${statementId}`, NONE)
  const [tries, setTries] = useState(0)
  const saysWhole = WHOLE in drafts
  const tasks = tasksOf(due, saysWhole)
  const inputs = correctionInputs(tasks, drafts)
  const errorsOf = (id: string): CorrectionErrors => {
    const index = tasks.findIndex(task => task.id === id)
    const task = tasks[index]
    if (!task) return {}
    const refused = refusalsAt(problem, index)
    return tries > 0 ? { ...refused, ...lacksOf(drafts[id] ?? EMPTY_CORRECTION, task.kinds) } : refused
  }
  return {
    tasks,
    draftOf: (id: string): CorrectionDraft => drafts[id] ?? EMPTY_CORRECTION,
    errorsOf,
    write: (id: string, draft: CorrectionDraft) => change(before => ({ ...before, [id]: draft })),
    saysWhole,
    /** Says something of the statement as a whole as well, or no more. */
    sayWhole: (says: boolean) =>
      change(({ [WHOLE]: _whole, ...others }) => (says ? { ...others, [WHOLE]: EMPTY_CORRECTION } : others)),
    /** What to send, or null while something is missing, which is then said at the fields. */
    finish() {
      setTries(count => count + 1)
      return inputs
    },
    /** Of attempts with something missing; for taking the writer there. */
    missing: inputs === null ? tries : 0,
    discard() {
      setTries(0)
      discard(NONE)
    },
  }
}
