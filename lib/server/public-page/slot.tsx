import { createElement } from 'react'

/**
 * What is not known when a page is rendered and filled in at every request: banners, what has come up since for one
 * check, whether it was never corrected, the addresses of the form for errors, of the log of corrections, of the data, of its
 * replay, of its annotations and of the text that they count in. The element itself never reaches a reader.
 */
const NAMES = [
  'notices',
  'review',
  'uncorrected',
  'report',
  'log',
  'data',
  'replay',
  'annotations',
  'source',
  'alternate',
] as const
export type SlotName = (typeof NAMES)[number]

export function Slot({ name, of = '' }: { name: SlotName; of?: string }) {
  return createElement('assay-slot', { name, of })
}

// Text cannot contain it: React escapes every angle bracket and quote in what people wrote.
const SLOT = new RegExp(`<assay-slot name="(${NAMES.join('|')})" of="([^"]*)"></assay-slot>`)

export type PagePiece = string | { name: SlotName; of: string }

/** A stored page cut at its slots. */
export function piecesOf(html: string): PagePiece[] {
  const parts = html.split(SLOT)
  const pieces: PagePiece[] = []
  for (let index = 0; index < parts.length; index += 3) {
    pieces.push(parts[index] ?? '')
    const name = NAMES.find(known => known === parts[index + 1])
    if (name) pieces.push({ name, of: parts[index + 2] ?? '' })
  }
  return pieces
}
