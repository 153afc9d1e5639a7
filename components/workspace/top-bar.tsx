'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { NoticeBell } from '@/components/notices/notice-bell'
import { AccountMenu } from './account-menu'
import { useDesk } from './desk-frame'

export type Crumb = { label: string; href?: string }

type Props = {
  /** Where one is below the desk, the present page last. None on the list of statements. */
  crumbs?: readonly Crumb[]
  /** Icon buttons of the page, before help and account. */
  tools?: ReactNode
}

/** The bar above every page of the desk. */
export function TopBar({ crumbs = [], tools }: Props) {
  const { me, openHelp } = useDesk()
  const trail: readonly Crumb[] = [{ label: me.workspace.name, href: '/statements' }, ...crumbs]
  return (
    <header className="bar top-bar">
      <Link className="wordmark" href="/statements">
        Assay
      </Link>
      <nav className="crumbs" aria-label="Where you are">
        <ol>
          {trail.map((crumb, index) => (
            <li key={crumb.label} {...(index === trail.length - 1 ? { 'aria-current': 'page' } : {})}>
              {crumb.href && index < trail.length - 1 ? <Link href={crumb.href}>{crumb.label}</Link> : crumb.label}
            </li>
          ))}
        </ol>
      </nav>
      {me.workspace.isSample ? <p className="sample-line">Sample data, not findings</p> : null}
      <div className="bar-tools">
        {tools}
        <Link className="bar-link wide-only" href="/inbox" title="Inbox (G then I)">
          Inbox
        </Link>
        <button
          type="button"
          className="btn btn-icon wide-only"
          aria-label="Keyboard help"
          title="Keyboard help (?)"
          onClick={openHelp}
        >
          ?
        </button>
        <NoticeBell />
        <AccountMenu />
      </div>
    </header>
  )
}
