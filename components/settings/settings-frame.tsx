'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { TopBar } from '@/components/workspace/top-bar'
import './settings.css'

const PLACES = [
  { href: '/settings', label: 'Desk' },
  { href: '/settings/members', label: 'Members' },
  { href: '/settings/scale', label: 'Rating scale' },
  { href: '/settings/policy', label: 'Consensus policy' },
] as const

/** What all settings pages share: the bar, the heading and the way from one to the next. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const pathname = usePathname()
  return (
    <>
      <TopBar crumbs={[{ label: 'Desk settings' }]} />
      <main id="main" className="settings" tabIndex={-1}>
        <h1>Desk settings</h1>
        <nav aria-label="Settings" className="settings-nav">
          <ul>
            {PLACES.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} aria-current={pathname === href ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="settings-body">{children}</div>
      </main>
    </>
  )
}
