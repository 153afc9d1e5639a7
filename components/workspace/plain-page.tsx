import type { ReactNode } from 'react'
import './plain-page.css'

type Props = { title: string; children: ReactNode; onRetry?: () => void }

/** A page that says one thing and offers a way on. Needs nothing around it, so it can stand in for anything. */
export function PlainPage({ title, children, onRetry }: Props) {
  return (
    <main id="main" className="plain-page" tabIndex={-1}>
      <h1>{title}</h1>
      <p className="plain-text">{children}</p>
      <p className="row">
        {onRetry ? (
          <button type="button" className="btn btn-main" onClick={onRetry}>
            Try again
          </button>
        ) : null}
        <a className="btn" href="/statements">
          Go to the desk
        </a>
      </p>
    </main>
  )
}
