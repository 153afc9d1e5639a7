'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { ApiProblem } from '@/components/api/call'

/** Says why something was not done and what to do. Nothing where there is no error. */
export function ProblemNotice({ error }: { error: unknown }) {
  if (!error) return null
  if (error instanceof ApiProblem && error.status === 401) return <SessionEnded />
  return (
    <p className="notice" role="alert">
      {error instanceof ApiProblem ? error.message : 'Something went wrong in this page. Reload it and try again.'}
    </p>
  )
}

function SessionEnded() {
  const pathname = usePathname()
  const query = useSearchParams().toString()
  const from = query ? `${pathname}?${query}` : pathname
  return (
    <p className="notice" role="alert">
      Your session has ended. <Link href={`/sign-in?from=${encodeURIComponent(from)}`}>Sign in again</Link>; what you
      wrote is kept.
    </p>
  )
}
