import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { NewVersionForm } from '@/components/versions/new-version-form'
import { TopBar } from '@/components/workspace/top-bar'
import { found } from '@/lib/server/found'
import { requirePageActor } from '@/lib/server/page-actor'
import { readStatement } from '@/lib/use-cases/statements/read-statement'

type Props = { params: Promise<{ statementId: string }> }

export const metadata: Metadata = { title: 'Add a version' }

/** A corrected or republished text of a statement; who may not add one reads why. */
export default async function NewVersionPage({ params }: Props) {
  const { statementId } = await params
  const actor = await requirePageActor(`/statements/${statementId}/versions/new`)
  const statement = await found(readStatement.execute(actor, { statementId }))
  if (!statement) notFound()
  const { id, title, text, currentVersion, language, direction, may } = statement
  const href = `/statements/${statementId}`
  return (
    <>
      <TopBar
        crumbs={[{ label: title, href }, { label: 'Versions', href: `${href}/versions` }, { label: 'Add a version' }]}
      />
      <main id="main" className="page-wide" tabIndex={-1}>
        <div className="page-head">
          <div>
            <h1>Add a version</h1>
            <p className="quiet">
              <bdi>{title}</bdi>
            </p>
          </div>
        </div>
        {may.addVersion.allowed ? (
          <NewVersionForm statement={{ id, title, text, currentVersion, language, direction }} />
        ) : (
          <>
            <p className="notice notice-plain">{may.addVersion.reason}</p>
            <p className="row">
              <Link className="btn" href={`${href}/versions`}>
                See the versions
              </Link>
            </p>
          </>
        )}
      </main>
    </>
  )
}
