'use client'

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useShortcuts } from '@/components/ui/shortcuts'
import type { StatementDto } from '@/lib/contracts/statements'
import type { TextRange } from '@/lib/domain/graphemes'
import { type Caret, extended, rangeOfCaret, stepped } from '@/lib/domain/text-stops'
import type { HighlightEngine } from './highlight-engine'
import { type CaretKey, caretKey } from './text-caret-keys'
import { revealInset } from './use-highlights'
import { useSentenceSteps } from './use-sentence-steps'

export type CaretPlace = {
  caret: Caret
  /** What is selected or, where nothing is, the unit that was stepped to. */
  passage: TextRange | null
  /** The sentence that the moving end is in. */
  sentence: TextRange | null
}

type Options = {
  engine: HighlightEngine | null
  host: RefObject<HTMLElement | null>
  statement: Pick<StatementDto, 'text' | 'language' | 'direction'>
  /** The caret has moved by a key, or has come into the text; `isAtEnd` where it could go no further. */
  onMove: (place: CaretPlace, how: { isAtEnd: boolean }) => void
  onOpen: (place: CaretPlace) => void
  onDrop: () => void
}

/**
 * A caret that steps by sentence and by word through the statement, over the browser's own selection, which stays what
 * it is for mouse, touch and every key not named here. The sentence it is in is marked while the keyboard is in use.
 */
export function useTextCaret({ engine, host, statement, onMove, onOpen, onDrop }: Options) {
  const { areOn } = useShortcuts()
  const steps = useSentenceSteps(statement)
  const [marked, setMarked] = useState<TextRange | null>(null)
  /** Where it was last, also while the focus is elsewhere. */
  const last = useRef<Caret | null>(null)
  const unit = useRef<'sentence' | 'word'>('sentence')
  const isByKey = useRef(true)
  /** Where the caret goes once the browser has made up its mind about where a focus puts it. */
  const coming = useRef<Caret | null>(null)

  const rootOf = useCallback(() => host.current?.querySelector<HTMLElement>('[aria-readonly]') ?? null, [host])
  const isHere = useCallback(() => {
    const root = rootOf()
    return root !== null && document.activeElement === root
  }, [rootOf])

  const placeOf = useCallback(
    (caret: Caret): CaretPlace => {
      const { start, end } = rangeOfCaret(caret)
      const sentence = steps.sentences.at(start === end ? caret.focus : caret.focus > caret.anchor ? end - 1 : start)
      const word = unit.current === 'word' ? steps.words.at(caret.focus) : null
      return {
        caret,
        sentence,
        passage: start < end ? { start, end } : (word ?? sentence),
      }
    },
    [steps],
  )

  const mark = useCallback(() => {
    const caret = coming.current ?? last.current
    setMarked(areOn && isByKey.current && isHere() && caret ? placeOf(caret).sentence : null)
  }, [areOn, isHere, placeOf])

  const moveTo = useCallback(
    (caret: Caret) => {
      last.current = caret
      engine?.placeCaret(document.getSelection(), caret)
      mark()
    },
    [engine, mark],
  )

  const latest = useRef({ onMove, mark, moveTo, placeOf })
  useEffect(() => {
    latest.current = { onMove, mark, moveTo, placeOf }
  })

  /** Puts the focus into the text, with its caret there, or where it was. */
  const enter = useCallback(
    (caret: Caret | null = null) => {
      isByKey.current = true
      if (caret) last.current = caret
      const root = rootOf()
      if (!isHere()) return root?.focus({ preventScroll: true })
      const here = caret ?? last.current
      if (!here) return
      moveTo(here)
      latest.current.onMove(placeOf(here), { isAtEnd: false })
    },
    [rootOf, isHere, moveTo, placeOf],
  )

  useEffect(() => {
    const element = host.current
    if (!engine || !element) return
    last.current = null
    const read = () => {
      if (!isHere() || coming.current) return
      const caret = engine.caretOf(document.getSelection())
      if (caret) last.current = caret
      latest.current.mark()
    }
    const onPointer = () => {
      isByKey.current = false
      // A pointer puts the caret where it points, also in the moment after a focus by key.
      coming.current = null
    }
    const onKey = () => {
      isByKey.current = true
    }
    const onFocus = () => {
      steps.startCounting()
      // Who comes back hears where they are, not the one word they left at.
      unit.current = 'sentence'
      if (!isByKey.current) return
      // What a search in the page or a screen reader has selected brings the focus along, and stands.
      const found = engine.caretOf(document.getSelection())
      const isSelected = found !== null && found.anchor !== found.focus
      const caret = (isSelected ? found : last.current) ?? { anchor: 0, focus: 0 }
      coming.current = caret
      requestAnimationFrame(() => {
        if (coming.current !== caret) return
        coming.current = null
        latest.current.moveTo(caret)
      })
      latest.current.mark()
      const place = latest.current.placeOf(caret)
      if (place.passage) engine.revealRange(place.passage, revealInset())
      latest.current.onMove(place, { isAtEnd: false })
    }
    const onBlur = () => {
      coming.current = null
      setMarked(null)
    }
    document.addEventListener('selectionchange', read)
    document.addEventListener('pointerdown', onPointer, true)
    document.addEventListener('keydown', onKey, true)
    element.addEventListener('focusin', onFocus)
    element.addEventListener('focusout', onBlur)
    return () => {
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('pointerdown', onPointer, true)
      document.removeEventListener('keydown', onKey, true)
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('focusout', onBlur)
      setMarked(null)
    }
  }, [engine, host, isHere, steps])

  const caretNow = (): Caret => {
    const read = coming.current ?? engine?.caretOf(document.getSelection()) ?? last.current
    coming.current = null
    return read ?? { anchor: 0, focus: 0 }
  }

  const moved = (caret: Caret, key: CaretKey): Caret | null => {
    if (key.kind === 'move') {
      const stops = { sentence: steps.sentences, word: steps.words, character: steps.characters }[key.unit]
      if (key.unit !== 'character') unit.current = key.unit
      return (key.isExtending ? extended : stepped)(caret, key.by, stops)
    }
    if (key.kind !== 'edge') return null
    const sentence = steps.sentences.at(caret.focus)
    const focus = sentence ? (key.by > 0 ? sentence.end : sentence.start) : caret.focus
    return { anchor: key.isExtending ? caret.anchor : focus, focus }
  }

  /** Before the editor sees it: the keys that step, open and drop. Enter, which is no single key's shortcut, always opens. */
  const handleKey = (event: KeyboardEvent) => {
    const key = engine && isHere() && !event.nativeEvent.isComposing ? caretKey(event, statement.direction) : null
    if (!key || !engine || !(areOn || key.kind === 'open')) return
    const caret = caretNow()
    const isSelected = caret.anchor !== caret.focus
    if (key.kind === 'drop' && !isSelected) return
    event.preventDefault()
    event.stopPropagation()
    if (key.kind === 'open') return onOpen(placeOf(caret))
    if (key.kind === 'drop') {
      moveTo({ anchor: caret.anchor, focus: caret.anchor })
      return onDrop()
    }
    const next = moved(caret, key) ?? caret
    moveTo(next)
    const place = placeOf(next)
    const seen = key.isExtending ? { start: Math.max(0, next.focus - 1), end: next.focus + 1 } : place.passage
    if (seen) engine.revealRange(seen, revealInset())
    onMove(place, { isAtEnd: next.anchor === caret.anchor && next.focus === caret.focus })
  }

  /** Lets the other end of the selection move from now on. */
  const turn = () => {
    const { anchor, focus } = caretNow()
    if (anchor !== focus) moveTo({ anchor: focus, focus: anchor })
  }

  return {
    marked,
    areOn,
    handleKey,
    turn,
    enter,
    /** Where the caret is while the focus is in the text, or null. */
    here: () => (isHere() ? placeOf(caretNow()) : null),
    /** Which sentence of how many this is; null while they are being counted. */
    numberOf: (sentence: TextRange) => steps.sentences.placeOf(sentence),
    /** Where it was last; null before it was ever in the text. */
    last: () => last.current,
  }
}
