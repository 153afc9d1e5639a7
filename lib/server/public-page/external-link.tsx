import type { ReactNode } from 'react'
import { plain } from '@/lib/domain/hidden-characters'
import { shortAddress } from '@/lib/domain/web-address'

/** A link whose words are its own address: in short on the screen, in full on paper. */
export function AddressLink({ href }: { href: string }) {
  return (
    <ExternalLink href={href}>
      <span className="short">{plain(isWebAddress(href) ? shortAddress(href) : href)}</span>
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

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address)
}
