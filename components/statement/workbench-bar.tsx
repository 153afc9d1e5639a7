'use client'

import { useState } from 'react'
import { onDemandDialog } from '@/components/ui/on-demand'
import { Shape } from '@/components/ui/shape'
import { TopBar } from '@/components/workspace/top-bar'
import type { StatementDto } from '@/lib/contracts/statements'
import { HiddenCharactersToggle } from './hidden-characters-toggle'

const PublishDialog = onDemandDialog(() =>
  import('@/components/shares/publish-dialog').then(part => part.PublishDialog),
)
const PlanDialog = onDemandDialog(() => import('./plan-dialog').then(part => part.PlanDialog))

type Props = { statement: StatementDto; isDrawerOpen: boolean; onDrawer: () => void }

/** The desk's bar with what belongs to one statement: the drawer of claims on narrow windows, and publishing for editors. */
export function WorkbenchBar({ statement, isDrawerOpen, onDrawer }: Props) {
  const [open, setOpen] = useState<'publish' | 'plan' | null>(null)
  const close = () => setOpen(null)
  // Also under embargo: what is out already can be looked at, and its links ended.
  const mayOpen = statement.may.publish.allowed || (statement.isEmbargoed && statement.may.plan.allowed)
  return (
    <>
      <TopBar
        crumbs={[{ label: statement.title }]}
        tools={
          <>
            <button
              type="button"
              className="btn btn-icon drawer-button"
              aria-expanded={isDrawerOpen}
              aria-controls="rail"
              aria-label="Claims"
              title="Claims"
              onClick={onDrawer}
            >
              <Shape name="list" />
            </button>
            <HiddenCharactersToggle text={statement.text} />
            {mayOpen ? (
              <button type="button" className="btn" onClick={() => setOpen('publish')}>
                Publish…
              </button>
            ) : null}
          </>
        }
      />
      {open === 'publish' ? (
        <PublishDialog
          statementId={statement.id}
          refusal={statement.may.publish.reason}
          onPlan={statement.isEmbargoed && statement.may.plan.allowed ? () => setOpen('plan') : undefined}
          onClose={close}
        />
      ) : null}
      {open === 'plan' ? <PlanDialog statement={statement} onClose={close} /> : null}
    </>
  )
}
