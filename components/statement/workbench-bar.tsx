'use client'

import { useState } from 'react'
import { PublishDialog } from '@/components/shares/publish-dialog'
import { Shape } from '@/components/ui/shape'
import { TopBar } from '@/components/workspace/top-bar'
import type { StatementDto } from '@/lib/contracts/statements'

type Props = { statement: StatementDto; isDrawerOpen: boolean; onDrawer: () => void }

/** The desk's bar with what belongs to one statement: the drawer of claims on narrow windows, and publishing for editors. */
export function WorkbenchBar({ statement, isDrawerOpen, onDrawer }: Props) {
  const [isPublishing, setPublishing] = useState(false)
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
            {mayOpen ? (
              <button type="button" className="btn" onClick={() => setPublishing(true)}>
                Publish…
              </button>
            ) : null}
          </>
        }
      />
      {isPublishing ? (
        <PublishDialog
          statementId={statement.id}
          refusal={statement.may.publish.reason}
          onClose={() => setPublishing(false)}
        />
      ) : null}
    </>
  )
}
