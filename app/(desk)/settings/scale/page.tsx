import type { Metadata } from 'next'
import { ScaleSettings } from '@/components/settings/scale-settings'
import { requirePageActor } from '@/lib/server/page-actor'
import { listScales } from '@/lib/use-cases/workspace/list-scales'

export const metadata: Metadata = { title: 'Rating scale' }

export default async function ScalePage() {
  const actor = await requirePageActor('/settings/scale')
  return <ScaleSettings versions={(await listScales.execute(actor, {})).items} />
}
