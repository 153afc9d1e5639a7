import { linesOf } from './diff-lines'
import { DiffPieces } from './diff-pieces'
import type { DiffPiece, DiffRow } from './diff-rows'

export type DiffLook = { isSide: boolean; language: string; direction: 'ltr' | 'rtl' }

type ChangedProps = { row: Extract<DiffRow, { kind: 'changed' }>; of: number; isCurrent: boolean; look: DiffLook }

/** One changed place: both wordings beside each other, or one in the other. */
export function ChangedRow({ row, of, isCurrent, look }: ChangedProps) {
  return (
    <li className="diff-changed" id={`change-${row.number}`} tabIndex={-1} aria-current={isCurrent || undefined}>
      <h3 className="vh">
        Change {row.number} of {of}
      </h3>
      {look.isSide ? (
        <div className="diff-pair">
          <Side pieces={row.pieces} side="was" look={look} />
          <Side pieces={row.pieces} side="now" look={look} />
        </div>
      ) : (
        <Side pieces={row.pieces} side="both" look={look} />
      )}
    </li>
  )
}

const NOTHING = { was: 'Not in this text yet', now: 'No longer in this text', both: '' }

function Side({ pieces, side, look }: { pieces: readonly DiffPiece[]; side: 'was' | 'now' | 'both'; look: DiffLook }) {
  const lines = linesOf(pieces, side)
  if (lines.length === 0) {
    return (
      <p className="diff-nothing small">
        <span dir="ltr">{NOTHING[side]}</span>
      </p>
    )
  }
  return (
    <div className="diff-text" data-side={side} lang={look.language} dir={look.direction}>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never move
        <p key={place}>
          <DiffPieces pieces={line} />
        </p>
      ))}
    </div>
  )
}

/** Paragraphs that both texts have. */
export function SameText({ text, look }: { text: string; look: DiffLook }) {
  return (
    <div className="diff-text diff-same" lang={look.language} dir={look.direction}>
      {text.split('\n').map((line, place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an immutable text have no other identity
        line.trim() === '' ? null : <p key={place}>{line}</p>,
      )}
    </div>
  )
}
