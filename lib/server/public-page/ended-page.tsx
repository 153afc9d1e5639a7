import { PageShell } from './public-page'

/** One page for links that were revoked, have expired or never were: it does not tell them apart. */
export function EndedPage() {
  return (
    <PageShell title="This link leads nowhere">
      <main className="message">
        <h1>This link leads nowhere</h1>
        <p>
          Links to checks can end: the desk that made this one may have withdrawn it, or set a date after which it
          closes. Or the address is not complete.
        </p>
        <p>Check that you copied the whole address. If you did, ask whoever sent it to you for a new link.</p>
      </main>
    </PageShell>
  )
}
