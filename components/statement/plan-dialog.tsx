'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { CommandDialog } from '@/components/api/command-dialog'
import { errorAt } from '@/components/api/field-errors'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { planStatementContract } from '@/lib/contracts/plans'
import { type StatementDto, StatementSummary } from '@/lib/contracts/statements'
import { listMembersContract } from '@/lib/contracts/workspace'
import { draftOf, planOf } from './plan-draft'
import { PlanMarks, type Planned } from './plan-marks'

/** Who sees the work on a statement through, by when it is due, and until when nothing of it goes out. */
export function PlanDialog({ statement, onClose }: { statement: StatementDto; onClose: () => void }) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { value: draft, change, discard } = useDraft(`plan:${statement.id}`, draftOf(statement))
  // What the draft was based on; someone else's plan is shown before it is written over.
  const [basis, setBasis] = useState({ version: statement.planVersion, embargoUntil: statement.embargoUntil })
  const [theirs, setTheirs] = useState<Planned | null>(null)
  const { data: members } = useQuery({
    queryKey: queryKeys.members,
    queryFn: async ({ signal }) => (await callApi(listMembersContract, {}, { signal })).items,
  })
  const plan = useCommand(planStatementContract, {
    onDone: saved => {
      discard()
      queries.setQueryData(queryKeys.statement(saved.id), saved)
      void queries.invalidateQueries({ queryKey: queryKeys.statements })
      void queries.invalidateQueries({ queryKey: ['queue'] })
      announce('The plan is saved.')
      onClose()
    },
    onRefused: problem => {
      const now = StatementSummary.safeParse(problem.current)
      if (!now.success) return
      setBasis({ version: now.data.planVersion, embargoUntil: now.data.embargoUntil })
      setTheirs(now.data)
    },
  })
  const isPlaced = (path: string) => ['leadId', 'dueOn', 'embargoUntil'].includes(path)
  const close = () => {
    discard()
    onClose()
  }
  return (
    <CommandDialog
      title="Plan the work"
      hint="Members see this wherever they choose their work. Readers never do."
      act="Save"
      isRunning={plan.isRunning}
      problem={plan.problem}
      isPlaced={isPlaced}
      onSubmit={() =>
        plan.run({ statementId: statement.id, version: basis.version, ...planOf(draft, basis.embargoUntil) })
      }
      onClose={close}
    >
      {theirs ? (
        <div className="note">
          <p>What it says now; saving writes yours over it:</p>
          <PlanMarks plan={theirs} />
          {theirs.lead || theirs.dueOn || theirs.embargoUntil ? null : <p>Nothing is planned.</p>}
        </div>
      ) : null}
      <Field
        label="Lead"
        isOptional
        error={errorAt(plan.problem, 'leadId')}
        hint="Sees it through from text to publication; told of it when you save."
      >
        {control => (
          <select
            {...control}
            className="field"
            value={draft.leadId}
            onChange={event => change(before => ({ ...before, leadId: event.target.value }))}
          >
            <option value="">Nobody</option>
            {choices(members, statement.lead).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Due" isOptional error={errorAt(plan.problem, 'dueOn')}>
        {control => (
          <input
            {...control}
            type="date"
            className="field field-date"
            value={draft.dueOn}
            onChange={event => change(before => ({ ...before, dueOn: event.target.value }))}
          />
        )}
      </Field>
      <Field
        label="Embargo until"
        isOptional
        error={errorAt(plan.problem, 'embargoUntil')}
        hint={`In your time zone (${Intl.DateTimeFormat().resolvedOptions().timeZone}). Until then nothing is published, no note is added, and no link is made. Links that exist stay open.`}
      >
        {control => (
          <input
            {...control}
            type="datetime-local"
            className="field plan-moment"
            value={draft.embargo}
            onChange={event => change(before => ({ ...before, embargo: event.target.value }))}
          />
        )}
      </Field>
    </CommandDialog>
  )
}

type Choice = { id: string; name: string }

/** The desk's members, and who leads it now in any case. */
function choices(
  members: readonly (Choice & { removedAt: string | null })[] | undefined,
  lead: Choice | null,
): Choice[] {
  const present = (members ?? []).filter(({ removedAt }) => removedAt === null)
  return lead && !present.some(({ id }) => id === lead.id) ? [lead, ...present] : present
}
