import type { ReactNode } from 'react'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { pageActorOrNull } from '@/lib/server/page-actor'

/** The frame of the settings pages; each page asks for its actor itself. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  return (await pageActorOrNull()) ? <SettingsFrame>{children}</SettingsFrame> : children
}
