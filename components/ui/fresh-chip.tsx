'use client'

type Props = {
  /** How many came since the list was opened. */
  count: number
  onShow: () => void
}

/** That there is more than the list shows: it stays as it is until its reader asks for the rest. */
export function FreshChip({ count, onShow }: Props) {
  if (count === 0) return null
  return (
    <button type="button" className="chip" aria-pressed="true" onClick={onShow}>
      {count} new
    </button>
  )
}
