import type { ReactNode } from 'react'
import type { SnapshotDto } from '@/lib/contracts/snapshot'
import { plain } from '@/lib/domain/hidden-characters'
import { EndMatter } from './end-matter'
import { Masthead } from './masthead'
import { PAGE_CSS } from './page-css'
import { Slot } from './slot'
import { StatementText } from './statement-text'

/** A publication as readers see it: no script, and nothing from another origin. */
export function PublicPage({ snapshot, hash }: { snapshot: SnapshotDto; hash: string }) {
  const { desk, statement } = snapshot
  return (
    <PageShell title={`Checked: ${plain(statement.title)} · ${plain(desk.name)}`} links={<Slot name="alternate" />}>
      <a className="skip" href="#text">
        Skip to the statement
      </a>
      <Slot name="notices" />
      {desk.isSample && <SampleBanner />}
      <main>
        <Masthead snapshot={snapshot} />
        <StatementText snapshot={snapshot} />
        <EndMatter snapshot={snapshot} hash={hash} />
      </main>
    </PageShell>
  )
}

export function SampleBanner() {
  return (
    <aside className="banner" aria-label="About this page">
      <p>
        <b>Sample data, not findings.</b> Verdicts and decisions here illustrate how a desk works; they are not those of
        any organisation.
      </p>
    </aside>
  )
}

/** The document around every public page. Its style is the only one its content security policy lets in. */
export function PageShell({ title, links, children }: { title: string; links?: ReactNode; children: ReactNode }) {
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: not a page of Next: it is rendered to bytes. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {links}
        <title>{title}</title>
        <style>{PAGE_CSS}</style>
      </head>
      <body>{children}</body>
    </html>
  )
}
