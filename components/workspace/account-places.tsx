'use client'

import Link from 'next/link'
import { signOut } from '@/components/account/session'
import { DeskChoice } from './desk-choice'
import { useDesk } from './desk-frame'
import { ROLE_LABELS } from './role-labels'
import { ThemeChoice } from './theme-choice'

/** Who one is at this desk, and the places that belong to oneself. */
export function AccountPlaces({ onLeave }: { onLeave: () => void }) {
  const { me, openHelp } = useDesk()
  return (
    <>
      <div className="account-who">
        <b>{me.name}</b>
        <p className="small">
          {ROLE_LABELS[me.role]} at {me.workspace.name}
        </p>
      </div>
      <ul>
        <li>
          <Link href="/inbox" onClick={onLeave}>
            Inbox
          </Link>
        </li>
        <li>
          <Link href="/corrections" onClick={onLeave}>
            Corrections
          </Link>
        </li>
        <li>
          <Link href="/settings" onClick={onLeave}>
            Desk settings
          </Link>
        </li>
        <li>
          <Link href="/account" onClick={onLeave}>
            Your account
          </Link>
        </li>
        <li>
          <button
            type="button"
            onClick={() => {
              onLeave()
              openHelp()
            }}
          >
            Keyboard help
          </button>
        </li>
      </ul>
      <DeskChoice me={me} />
      <div>
        <ThemeChoice />
      </div>
      <ul>
        <li>
          <button type="button" onClick={() => void signOut()}>
            Sign out
          </button>
        </li>
      </ul>
    </>
  )
}
