'use client'

import type { MeDto } from '@/lib/contracts/workspace'

/** The cookie by which the server knows the desk that someone of several desks works at. */
const DESK_COOKIE = 'assay-desk'
const YEAR_SECONDS = 31_536_000

/** For members of several desks: the others, each a way there. */
export function DeskChoice({ me }: { me: MeDto }) {
  const others = me.workspaces.filter(({ id }) => id !== me.workspace.id)
  if (others.length === 0) return null
  return (
    <ul aria-label="Your other desks">
      {others.map(({ id, name }) => (
        <li key={id}>
          <button type="button" onClick={() => sitAt(id)}>
            Go to {name}
          </button>
        </li>
      ))}
    </ul>
  )
}

function sitAt(workspaceId: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in browsers that are still in use
  document.cookie = `${DESK_COOKIE}=${workspaceId}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  // A whole new page: nothing read at this desk stays in memory.
  window.location.assign('/statements')
}
