import { memo, useMemo } from 'react'
import type { StatementDto } from '@/lib/contracts/statements'

type Props = Pick<StatementDto, 'text' | 'language' | 'direction'>

/**
 * The text as the server writes it, until Tiptap takes its place line for line: reading starts before any script has
 * run. Never drawn again, however often the text around it is: nobody sees it by then.
 */
export const StaticText = memo(function StaticText({ text, language, direction }: Props) {
  const lines = useMemo(() => text.split('\n'), [text])
  return (
    <div className="text" lang={language} dir={direction}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an immutable text have no other identity
        <p key={index}>{line === '' ? <br /> : line}</p>
      ))}
    </div>
  )
})
