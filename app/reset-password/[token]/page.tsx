import type { Metadata } from 'next'
import { Entrance } from '@/components/account/entrance'
import { ResetForm } from '@/components/account/reset-form'

/** The address holds a secret: it is told to no one. */
export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' }

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  return (
    <Entrance>
      <ResetForm token={token} />
    </Entrance>
  )
}
