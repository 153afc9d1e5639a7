'use client'

import { PlainPage } from '@/components/workspace/plain-page'

/** A bug: said plainly, with a way on. What was typed is kept as a draft. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PlainPage title="Something went wrong on our side" onRetry={reset}>
      What you wrote is kept in this browser. Try again; if it stays, tell your administrator
      {error.digest ? ` this number: ${error.digest}` : ''}.
    </PlainPage>
  )
}
