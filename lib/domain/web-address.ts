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

function withoutWww(host: string): string {
  return host.replace(/^www\./, '')
}
