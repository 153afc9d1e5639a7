import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/workspace/desk-frame'
import { pageActorOrNull } from '@/lib/server/page-actor'
import { readMe } from '@/lib/use-cases/accounts/read-me'

/** Puts the desk around its pages. Authorises nothing: each page asks for its actor itself, and leads to sign-in and back. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await pageActorOrNull()
  if (!actor) return children
  return <DeskFrame me={await readMe.execute(actor, {})}>{children}</DeskFrame>
}
