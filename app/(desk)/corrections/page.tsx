import type { Metadata } from 'next'
import { correctionFilterHref, correctionQuery, readCorrectionFilter } from '@/components/corrections/correction-filter'
import { CorrectionLog } from '@/components/corrections/correction-log'
import { requirePageActor } from '@/lib/server/page-actor'
import { listDeskCorrections } from '@/lib/use-cases/corrections/list-desk-corrections'

export const metadata: Metadata = { title: 'Corrections' }

type Props = { searchParams: Promise<{ kind?: string | string[]; statement?: string | string[] }> }

/** What the desk has corrected in public. */
export default async function CorrectionsPage({ searchParams }: Props) {
  const filter = readCorrectionFilter(await searchParams)
  const actor = await requirePageActor(correctionFilterHref(filter))
  return <CorrectionLog first={await listDeskCorrections.execute(actor, correctionQuery(filter))} filter={filter} />
}
