'use client'

import Link from 'next/link'
import { useEffect, useId, useRef, useState } from 'react'
import { signOut } from '@/components/account/session'
import { Disc } from '@/components/ui/disc'
import { DeskChoice } from './desk-choice'
import { useDesk } from './desk-frame'
import { ROLE_LABELS } from './role-labels'
import { ThemeChoice } from './theme-choice'

/** Who one is, what one may, and the places that belong to oneself. A disclosure, so Tab walks through it. */
export function AccountMenu() {
  const { me, openHelp } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    document.addEventListener('keydown', closeOnEscape, true)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
      document.removeEventListener('keydown', closeOnEscape, true)
    }
  }, [isOpen])

  const close = () => setOpen(false)
  return (
    <div className="account" ref={root}>
      <button
        ref={button}
        type="button"
        className="btn btn-icon"
        aria-label={`${me.name}, your account`}
        title={`${me.name}, your account`}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(open => !open)}
      >
        <Disc name={me.name} isSmall />
      </button>
      {isOpen ? (
        <div className="account-menu" id={id}>
          <div className="account-who">
            <b>{me.name}</b>
            <p className="small">
              {ROLE_LABELS[me.role]} at {me.workspace.name}
            </p>
          </div>
          <ul className="account-links">
            <li>
              <Link href="/inbox" onClick={close}>
                Inbox
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
          <ul className="account-links">
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
