import type { Metadata } from 'next'
import { PolicySettings } from '@/components/settings/policy-settings'
import { requirePageActor } from '@/lib/server/page-actor'
import { listMembers } from '@/lib/use-cases/workspace/list-members'
import { listPolicies } from '@/lib/use-cases/workspace/list-policies'

export const metadata: Metadata = { title: 'Consensus policy' }

export default async function PolicyPage() {
  const actor = await requirePageActor('/settings/policy')
  const [policies, members] = await Promise.all([listPolicies.execute(actor, {}), listMembers.execute(actor, {})])
  return <PolicySettings versions={policies.items} members={members.items} />
}
