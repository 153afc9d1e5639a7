'use client'

import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { ConfirmDialog } from '@/components/workspace/confirm-dialog'
import { signOutEverywhereContract } from '@/lib/contracts/workspace'
import { signOut } from './session'

/** Leaving: here, or wherever one is signed in. */
export function SessionSection() {
  const [isAsking, setAsking] = useState(false)
  return (
    <section aria-labelledby="sessions-name">
      <h2 id="sessions-name">Sessions</h2>
      <p className="quiet">
        Sign out everywhere if you left a browser open, or a device is lost. Tokens stay as they are.
      </p>
      <div className="row">
        <button type="button" className="btn" onClick={() => void signOut()}>
          Sign out
        </button>
        <button type="button" className="btn" onClick={() => setAsking(true)}>
          Sign out everywhere…
        </button>
      </div>
      {isAsking ? (
        <ConfirmDialog
          title="Sign out everywhere?"
          verb="Sign out everywhere"
          onConfirm={async () => {
            await callApi(signOutEverywhereContract, {})
            window.location.assign('/sign-in')
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            Every browser in which you are signed in is signed out at once, this one included. Drafts stay in theirs.
          </p>
        </ConfirmDialog>
      ) : null}
    </section>
  )
}
