/** Set by the front door from the socket (or the trusted proxies' header) after removing what the client sent. */
export const ADDRESS_HEADER = 'x-assay-address'

/** Where a request came from, for rate limits. */
export function clientAddress(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? 'unknown'
}
