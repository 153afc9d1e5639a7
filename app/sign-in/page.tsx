import type { Metadata } from 'next'
import { Entrance } from '@/components/account/entrance'
import { returnPath } from '@/components/account/return-path'
import { SignInForm } from '@/components/account/sign-in-form'
import { Specimen } from '@/components/account/specimen'
import { demoDesk } from '@/lib/server/demo-desk'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ from?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { from } = await searchParams
  const demo = demoDesk()
  return (
    <Entrance aside={demo ? <Specimen /> : undefined}>
      <SignInForm returnTo={returnPath(from)} demo={demo} />
    </Entrance>
  )
}
