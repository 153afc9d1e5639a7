import type { ReactNode } from 'react'

type Props = { title: string; children: ReactNode; onRetry?: () => void }

/**
 * A page that says one thing and offers a way on. Needs nothing around it, so it can stand in for anything; uses shared
 * parts alone, since what an error page imports is loaded with every page.
 */
export function PlainPage({ title, children, onRetry }: Props) {
  return (
    <main id="main" className="page-narrow" tabIndex={-1}>
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      <div className="form">
        <p className="quiet">{children}</p>
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
      </div>
    </main>
  )
}
