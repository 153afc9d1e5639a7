'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { ApiProblem } from './call'

type Props = {
  error: unknown
  /** Whether the error of a field, named by its dotted path, is shown at that field. */
  isPlaced?: ((path: string) => boolean) | undefined
}

/** Why something was not done, and what to do about it. What was typed stays where it is. Nothing where there is no error. */
export function ProblemNotice({ error, isPlaced = () => false }: Props) {
  if (!error) return null
  if (!(error instanceof ApiProblem)) {
    return (
      <p className="notice" role="alert">
        Something went wrong on this page. Reload it and try again.
      </p>
    )
  }
  if (error.status === 401) return <SessionEnded />
  const unplaced = error.errors.filter(({ path, message }) => !isPlaced(path) && message !== error.message)
  return (
    <div className="notice" role="alert">
      <p>{error.message}</p>
      {unplaced.length > 0 ? (
        <ul>
          {unplaced.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      ) : null}
    </div>
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
