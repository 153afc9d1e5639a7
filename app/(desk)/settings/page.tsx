import type { Metadata } from 'next'
import { DeskSettings } from '@/components/settings/desk-settings'
import { requirePageActor } from '@/lib/server/page-actor'
import { readWorkspace } from '@/lib/use-cases/workspace/read-workspace'

export const metadata: Metadata = { title: 'Desk settings' }

export default async function DeskSettingsPage() {
  const actor = await requirePageActor('/settings')
  return <DeskSettings workspace={await readWorkspace.execute(actor, {})} />
}
