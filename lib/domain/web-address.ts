/** The site of an address as one says it: its host without `www.` What is no address comes back as it is. */
export function siteOf(address: string): string {
  return URL.canParse(address) ? withoutWww(new URL(address).hostname) : address
}

/** An address as one reads it: host and path. What is no address comes back as it is. */
export function shortAddress(address: string): string {
  if (!URL.canParse(address)) return address
  const { host, pathname } = new URL(address)
  return `${withoutWww(host)}${pathname === '/' ? '' : pathname}`
}

/** A host whose last label looks like a top-level domain, with what may follow it; no scheme, and no name before an @. */
const WITHOUT_SCHEME = /^[^\s/\\:?#@]+\.(?:\p{L}{2,}|xn--[\w-]+)\.?(?::\d+)?(?:[/?#]\S*)?$/u

/**
 * An address that was typed without its scheme, such as `example.org/page` or `//example.org`, with `https://` in front.
 * Anything else comes back as it is, without the space around it.
 */
export function completeAddress(typed: string): string {
  const text = typed.trim()
  const rest = text.replace(/^\/\//, '')
  return WITHOUT_SCHEME.test(rest) ? `https://${rest}` : text
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '')
}
