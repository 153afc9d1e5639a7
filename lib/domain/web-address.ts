/** The site of an address as one says it: its host without `www.` What is no address comes back as it is. */
export function siteOf(address: string): string {
  return URL.canParse(address) ? withoutWww(new URL(address).hostname) : address
}

/** Second labels under which countries hand out names: example.co.uk is one site, co.uk is none. */
const SECOND_LEVEL = new Set(
  'ac co com edu go gob gouv gov govt ltd mil ne net nhs nom or org plc police sch'.split(' '),
)
/** Hosts on which every name below is somebody else's. */
const HOSTED = new Set(
  'blogspot.com github.io gitlab.io netlify.app pages.dev substack.com tumblr.com web.app wordpress.com'.split(' '),
)

/**
 * Whose site an address belongs to, as far as its name tells: the host without what its owner put before it, so that
 * news.example.org and example.org are one. A short list stands in for the whole Public Suffix List: a wrong guess only
 * changes a hint. What is no address comes back as it is.
 */
export function registrableSite(address: string): string {
  if (!URL.canParse(address)) return address
  const { hostname } = new URL(address)
  const host = hostname.replace(/\.$/, '')
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return host
  const labels = host.split('.')
  const [second = '', top = ''] = labels.slice(-2)
  const isDeep = (top.length === 2 && SECOND_LEVEL.has(second)) || HOSTED.has(`${second}.${top}`)
  return labels.slice(isDeep ? -3 : -2).join('.')
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
