import type { Metadata } from 'next'
import { PolicySettings } from '@/components/settings/policy-settings'
import { requirePageActor } from '@/lib/server/page-actor'
import { listPolicies } from '@/lib/use-cases/workspace/list-policies'

export const metadata: Metadata = { title: 'Consensus policy' }

export default async function PolicyPage() {
  const actor = await requirePageActor('/settings/policy')
  return <PolicySettings versions={(await listPolicies.execute(actor, {})).items} />
}
