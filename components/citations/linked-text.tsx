import type { ReactNode } from 'react'

/** An address in running text, without the punctuation that ends its sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’'])/g

/** Plain text as it was written, its addresses made links. */
export function LinkedText({ children }: { children: string }): ReactNode {
  // With one group, split puts what matched at the odd places.
  return children.split(ADDRESS).map((part, index) => (index % 2 === 1 ? linked(part, index) : part))
}

function linked(address: string, place: number): ReactNode {
  return (
    <a key={place} href={address} rel="noreferrer nofollow" target="_blank">
      {address}
    </a>
  )
}
