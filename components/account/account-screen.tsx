'use client'

import { ShortcutSwitch } from '@/components/workspace/shortcut-switch'
import { TopBar } from '@/components/workspace/top-bar'
import type { ApiTokenDto } from '@/lib/contracts/workspace'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { SessionSection } from './session-section'
import { TokenSection } from './token-section'
import '@/components/settings/settings.css'
import './account.css'

/** One's own name, password, tokens and sessions. */
export function AccountScreen({ tokens }: { tokens: readonly ApiTokenDto[] }) {
  return (
    <>
      <TopBar crumbs={[{ label: 'Your account' }]} />
      <main id="main" className="settings account-page" tabIndex={-1}>
        <h1>Your account</h1>
        <div className="settings-body">
          <NameForm />
          <PasswordForm />
          <TokenSection tokens={tokens} />
          <section aria-labelledby="keys-name">
            <h2 id="keys-name">Keyboard</h2>
            <ShortcutSwitch />
          </section>
          <SessionSection />
        </div>
      </main>
    </>
  )
}
