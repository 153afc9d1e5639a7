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
            {statement.may.publish.allowed ? (
              <button type="button" className="btn" onClick={() => setPublishing(true)}>
                Publish…
              </button>
            ) : null}
          </>
        }
      />
      {isPublishing ? <PublishDialog statementId={statement.id} onClose={() => setPublishing(false)} /> : null}
    </>
  )
}
