import type { ImportPassageDto, ImportPlaceDto } from '@/lib/contracts/imports'
import { codePointsOf } from '@/lib/domain/code-points'
import type { ForeignPassage, Refusal } from '@/lib/domain/foreign-annotations-selectors'
import { graphemeEnd, graphemeStart, type TextRange } from '@/lib/domain/graphemes'
import { type QuoteAnchor, quoteIndex } from '@/lib/domain/quote-index'
import { checkSpan } from '@/lib/domain/selectors'

/** UTF-16 code units shown on either side of a place. */
const AROUND = 80
/** Looking for what may be meant costs a millisecond; beyond so many, a person imports the rest again. */
const MAX_SUGGESTED_FOR = 500

type Text = {
  text: string
  /** True for an address that serves exactly this text, so that offsets given with it count. */
  isItsAddress: (source: string) => boolean
}

/** Finds the passages of annotations in one text, one after the other: certain ones, suggestions for a person, and refusals. */
export function passagePlacer({ text, isItsAddress }: Text): (passage: ForeignPassage | Refusal) => ImportPassageDto {
  const index = quoteIndex(text)
  const points = codePointsOf(text)
  let suggested = 0

  const place = ({ start, end }: TextRange): ImportPlaceDto => ({
    start,
    end,
    exact: text.slice(start, end),
    before: wordsBefore(text, start),
    after: wordsAfter(text, end),
  })

  /** What the position says in this text; none where tools could have meant two places by it (W3C counts code points, many do not). */
  const positionIn = ({ position, source, exact }: ForeignPassage): TextRange | undefined => {
    if (!position || source === null || !isItsAddress(source)) return undefined
    const start = points.unitAt(position.start)
    const end = points.unitAt(position.end)
    const isTold = start !== null && end !== null
    const isOtherwise = start !== position.start && text.slice(position.start, position.end) === exact
    return isTold && !isOtherwise ? { start, end } : undefined
  }

  return passage => {
    if ('refused' in passage) return refused({ exact: '', prefix: '', suffix: '' }, passage.refused)
    const { exact, prefix, suffix } = passage
    const quote = { exact: exact.toWellFormed(), prefix: prefix.toWellFormed(), suffix: suffix.toWellFormed() }
    const found = index.anchor({ exact, prefix, suffix, at: positionIn(passage) })
    if (found.kind === 'anchored') {
      const problem = checkSpan(text, found)
      if (problem) return refused(quote, problem.message)
      return { ...quote, state: 'ANCHORED', reason: null, place: place(found), suggestions: [] }
    }
    const same = found.kind === 'ambiguous' ? found.places : []
    const like = suggested++ < MAX_SUGGESTED_FOR ? index.suggest(passage) : same
    const suggestions = like
      .filter(range => checkSpan(text, range) === null)
      .map(range => ({
        ...place(range),
        isSame: same.some(({ start, end }) => start === range.start && end === range.end),
      }))
    return { ...quote, state: 'NEEDS_PERSON', reason: reasonFor(found, suggestions.length), place: null, suggestions }
  }
}

function refused(quote: Pick<ImportPassageDto, 'exact' | 'prefix' | 'suffix'>, reason: string): ImportPassageDto {
  return { ...quote, state: 'REFUSED', reason, place: null, suggestions: [] }
}

function reasonFor(found: QuoteAnchor, suggestions: number): string {
  if (found.kind === 'absent' || found.kind === 'anchored') {
    return suggestions > 0
      ? 'These words do not stand in the text. What is alike may say something else.'
      : 'These words do not stand in the text, nor anything like them.'
  }
  switch (found.because) {
    case 'CONTEXT_DIFFERS':
      return 'These words stand in the text, but between other words than in the annotation.'
    case 'SEVERAL_PLACES':
      return found.count > found.places.length
        ? `These words stand at ${found.count} places; ${found.places.length} of them are listed. Any other is highlighted in the text.`
        : `These words stand at ${found.count} places.`
    case 'TOO_LITTLE':
      return 'These words stand at one place, but too little was quoted to be sure that it is meant.'
  }
}

/** The words before a place, with an ellipsis where there are more. */
function wordsBefore(text: string, start: number): string {
  const from = Math.min(graphemeEnd(text, start - AROUND), start)
  const words = text.slice(from, start)
  return from === 0 ? words : `…${words.slice(words.search(/\s/u) + 1)}`
}

/** The words after it. */
function wordsAfter(text: string, end: number): string {
  const to = Math.max(graphemeStart(text, end + AROUND), end)
  const words = text.slice(end, to)
  return to === text.length ? words : `${words.replace(/\s\S*$/u, '')}…`
}
