'use client'

import { useEffect, useMemo, useRef } from 'react'
import type { StatementDto } from '@/lib/contracts/statements'
import { SentenceIndex } from '@/lib/domain/sentence-index'
import { characterStops, type TextStops } from '@/lib/domain/text-stops'
import { WordStops } from '@/lib/domain/word-stops'

/** How long counting may keep the page, and how long it then leaves it, in milliseconds. */
const TURN_MS = 6
const PAUSE_MS = 30

export type SentenceSteps = {
  sentences: SentenceIndex
  words: WordStops
  characters: TextStops
  /** Begins to count the sentences, a little at a time; to be called when someone begins to step. */
  startCounting: () => void
}

/** Where the caret stops in this version of a statement. Nothing is looked for before it is asked about. */
export function useSentenceSteps({ text, language }: Pick<StatementDto, 'text' | 'language'>): SentenceSteps {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const steps = useMemo(() => {
    let sentences: SentenceIndex | undefined
    let words: WordStops | undefined
    let isCounting = false
    const index = () => {
      sentences ??= new SentenceIndex(text, language)
      return sentences
    }
    const count = () => {
      const until = performance.now() + TURN_MS
      if (!index().count(() => performance.now() > until)) timer.current = setTimeout(count, PAUSE_MS)
    }
    return {
      get sentences() {
        return index()
      },
      get words() {
        words ??= new WordStops(index())
        return words
      },
      characters: characterStops(text),
      startCounting() {
        if (isCounting) return
        isCounting = true
        count()
      },
    }
  }, [text, language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is counted anew
  useEffect(() => () => clearTimeout(timer.current), [steps])
  return steps
}
