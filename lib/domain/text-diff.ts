/** One region that differs, as UTF-16 offsets into both texts. Sorted and disjoint; everything between two hunks is equal. */
export interface Hunk {
  readonly fromStart: number
  readonly fromEnd: number
  readonly toStart: number
  readonly toEnd: number
}

export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Where two texts differ. */
export function diffTexts(from: string, to: string): readonly Hunk[] {
  let start = 0
  while (start < from.length && start < to.length && from.charCodeAt(start) === to.charCodeAt(start)) start++
  let fromEnd = from.length
  let toEnd = to.length
  while (fromEnd > start && toEnd > start && from.charCodeAt(fromEnd - 1) === to.charCodeAt(toEnd - 1)) {
    fromEnd--
    toEnd--
  }
  return start === fromEnd && start === toEnd ? [] : [{ fromStart: start, fromEnd, toStart: start, toEnd }]
}

/** How a short text became another, piece by piece, for screens. */
export function diffWords(was: string, now: string): readonly Piece[] {
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], text: string) => {
    if (text !== '') pieces.push({ kind, text })
  }
  let at = 0
  for (const hunk of diffTexts(was, now)) {
    add('same', was.slice(at, hunk.fromStart))
    add('removed', was.slice(hunk.fromStart, hunk.fromEnd))
    add('added', now.slice(hunk.toStart, hunk.toEnd))
    at = hunk.fromEnd
  }
  add('same', was.slice(at))
  return pieces
}
