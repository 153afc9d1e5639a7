'use client'

import type { ApiProblem } from '@/components/api/call'

type Props = {
  problem: ApiProblem | null
  /** Errors that stand at their fields already. */
  isPlaced?: (path: string) => boolean
}

/** Why something was not done, and what to do about it. What was typed stays where it is. */
export function Refusal({ problem, isPlaced = () => false }: Props) {
  if (!problem) return null
  if (problem.status === 401) {
    return (
      <p className="notice" role="alert">
        Your session has ended. <a href={signInHref()}>Sign in again</a>; what you wrote is kept.
      </p>
    )
  }
  const unplaced = problem.errors.filter(({ path, message }) => !isPlaced(path) && message !== problem.message)
  return (
    <div className="notice" role="alert">
      <p>{problem.message}</p>
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

function signInHref(): string {
  const { pathname, search } = window.location
  return `/sign-in?from=${encodeURIComponent(pathname + search)}`
}
