import type { LinePiece } from './diff-lines'
import { spaceWords } from './diff-lines'

/** Words of one line: what was removed is struck through, what was added is underlined, and both are said. */
export function DiffPieces({ pieces }: { pieces: readonly LinePiece[] }) {
  return pieces.map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one comparison never move
    <Piece key={place} piece={piece} />
  ))
}

function Piece({ piece: { kind, text, isBreak } }: { piece: LinePiece }) {
  if (kind === 'same') return text
  const unseen = isBreak ? 'paragraph break' : spaceWords(text)
  const words = unseen ? (
    <>
      <span aria-hidden="true">{text}</span>
      <span className="vh">{unseen}</span>
    </>
  ) : (
    text
  )
  return kind === 'removed' ? (
    <del className={unseen && !isBreak ? 'diff-space' : undefined} title={unseen ? `Removed: ${unseen}` : undefined}>
      <span className="vh"> removed: </span>
      {words}
      <span className="vh"> end of removal </span>
    </del>
  ) : (
    <ins className={unseen && !isBreak ? 'diff-space' : undefined} title={unseen ? `Added: ${unseen}` : undefined}>
      <span className="vh"> added: </span>
      {words}
      <span className="vh"> end of addition </span>
    </ins>
  )
}
