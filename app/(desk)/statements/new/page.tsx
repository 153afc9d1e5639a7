import type { Metadata } from 'next'
import { NewStatementForm } from '@/components/statements-new/new-statement-form'
import { TopBar } from '@/components/workspace/top-bar'
import { requirePageActor } from '@/lib/server/page-actor'

export const metadata: Metadata = { title: 'Add statement' }

export default async function NewStatementPage() {
  await requirePageActor('/statements/new')
  return (
    <>
      <TopBar crumbs={[{ label: 'Add statement' }]} />
      <main id="main" className="page-wide" tabIndex={-1}>
        <div className="page-head">
          <h1>Add statement</h1>
        </div>
        <NewStatementForm />
      </main>
    </>
  )
}
