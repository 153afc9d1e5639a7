'use client'

import { useState } from 'react'
import type { TextRange } from '@/lib/domain/graphemes'
import { counted } from '@/lib/domain/sentence-words'
import { type DiffLook, SameText } from './diff-row'

/** So many unfolded paragraphs at a time: a hundred thousand words at once would hold the page up. */
const AT_ONCE = 40

type Props = {
  range: TextRange
  paragraphs: number
  /** The later text, read when it is first asked for. */
  readText: () => Promise<string>
  look: DiffLook
}

/** Unchanged paragraphs, folded into one line until somebody wants to read them. */
export function FoldedRow({ range, paragraphs, readText, look }: Props) {
  const [text, setText] = useState<string | null>(null)
  const [shown, setShown] = useState(0)
  const [state, setState] = useState<'idle' | 'reading' | 'failed'>('idle')
  const lines = text?.split('\n').filter(line => line.trim() !== '') ?? []
  const left = paragraphs - Math.min(shown, paragraphs)

  const unfold = async () => {
    setState('reading')
    try {
      const whole = text ?? (await readText()).slice(range.start, range.end)
      setText(whole)
      setShown(count => count + AT_ONCE)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <li className="diff-fold">
      {shown > 0 ? <SameText text={lines.slice(0, shown).join('\n')} look={look} /> : null}
      {left > 0 ? (
        <button type="button" className="fold-line" disabled={state === 'reading'} onClick={() => void unfold()}>
          <span dir="ltr">
            {counted(left, shown > 0 ? 'more unchanged paragraph' : 'unchanged paragraph')}
            {state === 'failed' ? '. They could not be read; try again' : null}
          </span>
        </button>
      ) : null}
    </li>
  )
}
