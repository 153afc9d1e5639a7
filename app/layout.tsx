import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { QueryProvider } from '@/components/api/query-provider'
import { Announcer } from '@/components/ui/announcer'
import { ShortcutProvider } from '@/components/ui/shortcuts'
import { THEME_COOKIE, themeOf } from '@/components/workspace/theme'
import '@/components/ui/tokens.css'
import '@/components/ui/parts.css'
import '@/components/ui/base.css'

export const metadata: Metadata = {
  title: { default: 'Assay', template: '%s · Assay' },
  description: 'Take a public statement apart, claim by claim, and agree on what stands.',
  robots: { index: false, follow: false },
  referrer: 'strict-origin-when-cross-origin',
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Every page carries a fresh nonce in its content security policy, so none is rendered ahead of its request. */
export const dynamic = 'force-dynamic'

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" data-theme={theme} suppressHydrationWarning>
      <body>
        <QueryProvider>
          <ShortcutProvider>
            <Announcer>{children}</Announcer>
          </ShortcutProvider>
        </QueryProvider>
      </body>
    </html>
  )
}
