import type { Metadata } from 'next'
import { Entrance } from '@/components/account/entrance'
import { Invitation } from '@/components/account/invitation'

/** The address holds a secret: it is told to no one. */
export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' }

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  return (
    <Entrance>
      <Invitation token={token} />
    </Entrance>
  )
}
