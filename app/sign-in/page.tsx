import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entrance } from '@/components/account/entrance'
import { returnPath } from '@/components/account/return-path'
import { SignInForm } from '@/components/account/sign-in-form'
import { Specimen } from '@/components/account/specimen'
import { demoDesk } from '@/lib/server/demo-desk'
import { standingAtDoor } from '@/lib/server/entrance'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ from?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const returnTo = returnPath((await searchParams).from)
  const standing = await standingAtDoor()
  if (standing === 'member') redirect(returnTo)
  const demo = demoDesk()
  return (
    <Entrance aside={demo ? <Specimen /> : undefined}>
      {standing === 'deskless' ? (
        <p className="notice" role="status">
          You are signed in, but belong to no desk any more. Ask an administrator for an invitation, or sign in as
          someone else.
        </p>
      ) : null}
      <SignInForm returnTo={returnTo} demo={demo} />
    </Entrance>
  )
}
