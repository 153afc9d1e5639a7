import type { Metadata } from 'next'
import { AccountScreen } from '@/components/account/account-screen'
import { requirePageActor } from '@/lib/server/page-actor'
import { listTokens } from '@/lib/use-cases/accounts/list-tokens'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await requirePageActor('/account')
  return <AccountScreen tokens={(await listTokens.execute(actor, {})).items} />
}
