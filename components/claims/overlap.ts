import type { TargetDto } from '@/lib/contracts/claims'
import { countWords } from '@/lib/domain/count-words'
import type { TextRange } from '@/lib/domain/graphemes'
import { counted } from '@/lib/domain/sentence-words'

/** How much of a selection a claim's passages cover, for the list that asks "already claimed here?". Offsets are UTF-16 units. */
export function overlapPhrase(
  span: TextRange & { readonly exact: string },
  targets: readonly Pick<TargetDto, 'start' | 'end'>[],
): string {
  if (targets.some(({ start, end }) => start === span.start && end === span.end)) return 'the same passage'
  const covered = merged(targets.flatMap(target => intersection(span, target)))
  const words = countWords(span.exact)
  const shared = covered.reduce(
    (sum, { start, end }) => sum + countWords(span.exact.slice(start - span.start, end - span.start)),
    0,
  )
  if (shared >= words) return `overlaps all ${counted(words, 'word')} you selected`
  return shared === 0 ? 'touches your selection' : `overlaps ${shared} of the ${counted(words, 'word')} you selected`
}

function intersection(one: TextRange, other: TextRange): TextRange[] {
  const start = Math.max(one.start, other.start)
  const end = Math.min(one.end, other.end)
  return start < end ? [{ start, end }] : []
}

/** Ranges that overlap or touch, joined, so that no word counts twice. */
function merged(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = []
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1)
    if (last && range.start <= last.end) result.splice(-1, 1, { start: last.start, end: Math.max(last.end, range.end) })
    else result.push(range)
  }
  return result
}
