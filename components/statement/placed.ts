import type { CSSProperties } from 'react'

/** What floats over the text, by its place there in pixels: custom properties, so that CSS may put it elsewhere on a phone. */
export function placed({ top, left }: { top: number; left: number }): CSSProperties {
  return { '--top': `${top}px`, '--left': `${left}px` } as CSSProperties // React's type knows no custom properties
}
