'use client'

import type { LiveState } from './use-live-claims'

/** Says so when what others do no longer arrives. A banner, not a modal: reading and writing go on. */
export function LiveNote({ state }: { state: LiveState }) {
  if (state === 'lost') {
    return (
      <p className="live-note" role="status">
        Connection lost. What you write is kept; the desk catches up when it is back.
      </p>
    )
  }
  if (state === 'ended') {
    return (
      <p className="live-note" role="status">
        Live changes have stopped.
        <button type="button" className="btn" onClick={() => window.location.reload()}>
          Reload
        </button>
      </p>
    )
  }
  return null
}
