import { Fragment } from 'react'
import { revealed } from '@/lib/domain/hidden-characters'

/** What somebody wrote, with hidden characters shown by name. React escapes the rest. */
export function Text({ of }: { of: string }) {
  return revealed(of).map(({ at, text, isHidden }) =>
    isHidden ? (
      <span key={at} className="hidden-character" dir="ltr" title="A character that is not seen">
        {text}
      </span>
    ) : (
      <Fragment key={at}>{text}</Fragment>
    ),
  )
}

/** The same inside a sentence of ours: its direction is its own and reorders nothing around it. */
export function Isolated({ of }: { of: string }) {
  return (
    <bdi>
      <Text of={of} />
    </bdi>
  )
}

/** Somebody's own words in quotation marks, which every paragraph opens and the last one closes. */
export function Quotation({ of }: { of: string }) {
  const lines = linesOf(of)
  return lines.map(({ at, line }) => (
    <p key={at} className="quotation" dir="auto">
      “<Text of={line} />
      {at === lines.at(-1)?.at && '”'}
    </p>
  ))
}

/** The lines that say something, with their offsets. */
export function linesOf(text: string): { at: number; line: string }[] {
  return Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }) => ({ at: index, line })).filter(
    ({ line }) => line.trim() !== '',
  )
}
