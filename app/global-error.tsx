'use client'

import { PlainPage } from '@/components/workspace/plain-page'
import '@/components/ui/tokens.css'
import '@/components/ui/parts.css'
import '@/components/ui/base.css'

/** Stands in for the whole document when even its frame has failed. */
export default function GlobalErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Assay</title>
        <PlainPage title="Something went wrong on our side" onRetry={reset}>
          What you wrote is kept in this browser. Try again, or reload the page in a moment.
        </PlainPage>
      </body>
    </html>
  )
}
