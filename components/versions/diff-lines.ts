import type { DiffPiece } from './diff-rows'

/** A piece on one line; `isBreak` where it stands for a line feed that one of the texts has and the other has not. */
export type LinePiece = DiffPiece & { isBreak?: true }

/**
 * A changed place as it is read: the pieces of one side or of both, line by line. A line feed that only one text has is
 * a pilcrow; where both texts are shown in one, a removed one does not break the line it no longer breaks.
 */
export function linesOf(pieces: readonly DiffPiece[], side: 'was' | 'now' | 'both'): LinePiece[][] {
  const hidden = side === 'was' ? 'added' : side === 'now' ? 'removed' : null
  const lines: LinePiece[][] = [[]]
  for (const { kind, text } of pieces) {
    if (kind === hidden) continue
    const parts = text.split('\n')
    parts.forEach((part, index) => {
      if (index > 0) {
        const isGone = side === 'both' && kind === 'removed' && parts.slice(index).every(rest => rest.trim() === '')
        if (kind !== 'same') lines.at(-1)?.push({ kind, text: '¶', isBreak: true })
        if (!isGone) lines.push([])
      }
      if (part !== '') lines.at(-1)?.push({ kind, text: part })
    })
  }
  // A paragraph that is new as a whole needs no mark at its end.
  return lines
    .map(line => (line.some(({ kind, isBreak }) => kind === 'same' || !isBreak) ? withoutLoneBreaks(line) : []))
    .filter(line => line.length > 0)
}

function withoutLoneBreaks(line: LinePiece[]): LinePiece[] {
  return new Set(line.map(({ kind }) => kind)).size > 1 ? line : line.filter(({ isBreak }) => !isBreak)
}

const SPACE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^\u00a0+$/, 'no-break space'],
  [/^ $/, 'space'],
  [/^ +$/, 'spaces'],
  [/^\t+$/, 'tab'],
  [/^\u00ad+$/, 'soft hyphen'],
  [/^[\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+$/, 'invisible character'],
  [/^\s+$/, 'white space'],
]

/** What a piece is called that nobody would see: "no-break space"; null for words. */
export function spaceWords(text: string): string | null {
  return SPACE_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
