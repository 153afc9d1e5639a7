'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CommandDialog } from '@/components/api/command-dialog'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { DetailsFields } from '@/components/statements-new/details-fields'
import { useAnnounce } from '@/components/ui/announcer'
import { useDraft } from '@/components/ui/use-draft'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { editStatementContract, type StatementDto } from '@/lib/contracts/statements'
import { changesOf, claimantNotice, detailsOf } from './statement-edit'
import '@/components/statements-new/new-statement.css'

type Props = { statement: StatementDto; claims: readonly ClaimSummaryDto[]; onClose: () => void }

/** Changing what the desk notes of a statement; the text itself never changes. Says beforehand what another claimant does to its claims. */
export function EditStatementDialog({ statement, claims, onClose }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [seen] = useState(statement)
  const before = detailsOf(seen)
  const { value: details, change, discard } = useDraft(`edit-statement:${seen.id}:${seen.version}`, before)
  const read = () => {
    // Its claims and their history are read under its key; each claim stands under its own.
    void queries.invalidateQueries({ queryKey: queryKeys.statement(seen.id) })
    void queries.invalidateQueries({ queryKey: ['claim'] })
  }
  const edit = useCommand(editStatementContract, {
    onDone: next => {
      discard()
      queries.setQueryData(queryKeys.statement(next.id), next)
      read()
      void queries.invalidateQueries({ queryKey: queryKeys.statements })
      announce('Details saved.')
      onClose()
    },
    onRefused: problem => {
      if (problem.status === 409) read()
    },
  })
  const changes = changesOf(before, details)
  const notice = changes.claimant === undefined ? null : claimantNotice(claims, seen.claimant)
  return (
    <CommandDialog
      title="Edit details"
      hint="The text itself never changes."
      act="Save"
      isRunning={edit.isRunning}
      problem={edit.problem}
      isPlaced={path => path in details}
      isDisabled={Object.keys(changes).length === 0}
      onSubmit={() => edit.run({ statementId: seen.id, version: statement.version, ...changes })}
      onClose={onClose}
    >
      <DetailsFields
        details={details}
        onChange={next => {
          if (edit.problem) edit.clear()
          change(next)
        }}
        error={edit.problem}
        claimantHint={notice ? <b role="status">{notice}</b> : undefined}
      />
    </CommandDialog>
  )
}
