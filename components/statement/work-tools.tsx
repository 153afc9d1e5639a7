'use client'

import { useState } from 'react'
import { onDemandDialog } from '@/components/ui/on-demand'
import type { StatementDto } from '@/lib/contracts/statements'

const AssignDialog = onDemandDialog(() => import('./assign-dialog').then(part => part.AssignDialog))
const PlanDialog = onDemandDialog(() => import('./plan-dialog').then(part => part.PlanDialog))

/** What an editor can do about the work on a statement: plan it, and say who rates its claims. Nothing for others. */
export function WorkTools({ statement }: { statement: StatementDto }) {
  const [open, setOpen] = useState<'plan' | 'assign' | null>(null)
  const close = () => setOpen(null)
  if (!statement.may.plan.allowed && !statement.may.assign.allowed) return null
  return (
    <span className="acts">
      <button type="button" className="btn" onClick={() => setOpen('plan')}>
        Plan…
      </button>
      <button type="button" className="btn" onClick={() => setOpen('assign')}>
        Assign reviewers…
      </button>
      {open === 'plan' ? <PlanDialog statement={statement} onClose={close} /> : null}
      {open === 'assign' ? <AssignDialog statementId={statement.id} onClose={close} /> : null}
    </span>
  )
}
