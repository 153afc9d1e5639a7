'use client'

import Link from 'next/link'
import { signOut } from '@/components/account/session'
import { Disc } from '@/components/ui/disc'
import { useDisclosure } from '@/components/ui/use-disclosure'
import { DeskChoice } from './desk-choice'
import { useDesk } from './desk-frame'
import { ROLE_LABELS } from './role-labels'
import { ThemeChoice } from './theme-choice'

/** Who one is, what one may, and the places that belong to oneself. A disclosure, so Tab walks through it. */
export function AccountMenu() {
  const { me, openHelp } = useDesk()
  const { id, isOpen, close, root, button } = useDisclosure()

  return (
    <div className="account" {...root}>
      <button
        {...button}
        type="button"
        className="btn btn-icon"
        aria-label={`${me.name}, your account`}
        title={`${me.name}, your account`}
      >
        <Disc name={me.name} isSmall />
      </button>
      {isOpen ? (
        <div className="menu account-menu" id={id}>
          <div className="account-who">
            <b>{me.name}</b>
            <p className="small">
              {ROLE_LABELS[me.role]} at {me.workspace.name}
            </p>
          </div>
          <ul>
            <li>
              <Link href="/inbox" onClick={close}>
                Inbox
              </Link>
            </li>
            <li>
              <Link href="/corrections" onClick={close}>
                Corrections
              </Link>
            </li>
            <li>
              <Link href="/settings" onClick={close}>
                Desk settings
              </Link>
            </li>
            <li>
              <Link href="/account" onClick={close}>
                Your account
              </Link>
            </li>
            <li>
              <button
                type="button"
                onClick={() => {
                  close()
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
        </div>
      ) : null}
    </div>
  )
}
