import type { ReactNode } from 'react'
import { plain } from './hidden-characters'

/** A link whose words are its own address: in short on the screen, in full on paper. */
export function AddressLink({ href }: { href: string }) {
  return (
    <ExternalLink href={href}>
      <span className="short">{shortAddress(href)}</span>
    </ExternalLink>
  )
}

/** A link to another site: http(s) alone, without telling it where the reader came from; on paper the address follows. Anything else is plain text. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  if (!isWebAddress(href)) return <>{children}</>
  return (
    <>
      <a href={href} rel="noreferrer nofollow">
        {children}
      </a>
      <span className="url"> {plain(href)}</span>
    </>
  )
}

/** An address as one reads it: host and path. */
function shortAddress(address: string): string {
  if (!isWebAddress(address)) return plain(address)
  const { host, pathname } = new URL(address)
  return plain(`${host.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}`)
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address)
}
