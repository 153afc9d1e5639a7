import type { z } from 'zod'
import type { Difference } from '@/lib/contracts/versions'

export type DifferenceDto = z.infer<typeof Difference>

const KIND_WORDS: Readonly<Record<DifferenceDto['kind'], string>> = {
  NUMBER: 'number',
  UNIT: 'unit',
  DATE: 'date',
  NEGATION: 'negation',
  MODALITY: 'certainty',
  NAME: 'name',
  QUANTIFIER: 'quantity',
  OTHER: 'wording',
}

/** What a difference is about, in a word. */
export function kindWords(kind: DifferenceDto['kind']): string {
  return KIND_WORDS[kind]
}

/**
 * One difference in words: "number", then "4.2" and "42"; "negation added", then "not"; "date removed", then "in May". The
 * statement's words apart from ours, since right to left they would change places around an arrow.
 */
export function differenceWords(
  { kind, was, now }: DifferenceDto,
  wasText: string,
  nowText: string,
): { what: string; words: string[] } {
  const before = wasText.slice(was.start, was.end).trim()
  const after = nowText.slice(now.start, now.end).trim()
  if (before === '') return { what: `${KIND_WORDS[kind]} added`, words: [after] }
  if (after === '') return { what: `${KIND_WORDS[kind]} removed`, words: [before] }
  return { what: KIND_WORDS[kind], words: [before, after] }
}

export type MarkedRun = { text: string; start: number; kind: DifferenceDto['kind'] | null; isPassage: boolean }

/**
 * One sentence in runs: which of its words differ and how, and which are the claim's passage. Ranges are offsets in
 * `text`; where two differences overlap, the first one given names the words.
 */
export function markedRuns(
  text: string,
  differences: readonly { kind: DifferenceDto['kind']; start: number; end: number }[],
  passage: { start: number; end: number } | null,
): MarkedRun[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...differences, ...(passage ? [passage] : [])]) {
    for (const at of [start, end]) if (at > 0 && at < text.length) cuts.add(at)
  }
  const places = [...cuts].sort((one, other) => one - other)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length
    const found = differences.find(difference => difference.start <= start && end <= difference.end)
    return {
      text: text.slice(start, end),
      start,
      kind: found && found.start < found.end ? found.kind : null,
      isPassage: passage !== null && passage.start <= start && end <= passage.end,
    }
  })
}
