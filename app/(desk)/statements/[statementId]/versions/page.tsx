import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { compareTexts } from '@/components/versions/diff-rows'
import { type Compared, VersionsScreen } from '@/components/versions/versions-screen'
import { found } from '@/lib/server/found'
import { requirePageActor } from '@/lib/server/page-actor'
import { readStatement } from '@/lib/use-cases/statements/read-statement'
import { readStatementText } from '@/lib/use-cases/statements/read-statement-text'
import { listVersions } from '@/lib/use-cases/versions/list-versions'

type Query = { from?: string | string[]; to?: string | string[] }
type Props = { params: Promise<{ statementId: string }>; searchParams: Promise<Query> }

export const metadata: Metadata = { title: 'Versions' }

/** The texts of a statement and, with `?from=` and `?to=`, what changed from one to another: else from the one before the current. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ statementId }, asked] = await Promise.all([params, searchParams])
  const given = Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const here = given.length === 0 ? '' : `?${new URLSearchParams(given)}`
  const actor = await requirePageActor(`/statements/${statementId}/versions${here}`)
  const [statement, versions] = await Promise.all([
    found(readStatement.execute(actor, { statementId })),
    found(listVersions.execute(actor, { statementId })),
  ])
  if (!statement || !versions) notFound()
  const newest = versions.items.length
  const to = numberIn(asked.to, newest) ?? newest
  const from = numberIn(asked.from, newest) ?? Math.max(1, to - 1)
  const readText = async (number: number) =>
    (await found(readStatementText.execute(actor, { statementId, number })))?.text ?? ''
  const compared: Compared | null =
    newest > 1 ? { from, to, comparison: compareTexts(await readText(from), await readText(to)) } : null
  // The text itself is long, and the screen has no use for it.
  const { id, title, language, direction, currentVersion } = statement
  return (
    <VersionsScreen
      statement={{ id, title, language, direction, currentVersion }}
      first={versions}
      compared={compared}
    />
  )
}

function numberIn(asked: string | string[] | undefined, newest: number): number | null {
  const number = typeof asked === 'string' ? Number(asked) : Number.NaN
  return Number.isInteger(number) && number >= 1 && number <= newest ? number : null
}
