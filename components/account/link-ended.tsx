import Link from 'next/link'
import type { ReactNode } from 'react'

/** In place of a form whose link was used, has expired or was taken back. */
export function LinkEnded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1>{title}</h1>
      <p className="after" role="alert">
        {children}
      </p>
      <p>
        <Link className="btn" href="/sign-in">
          Go to sign-in
        </Link>
      </p>
    </>
  )
}
