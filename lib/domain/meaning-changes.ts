import type { TextRange } from './graphemes'
import { diffTexts } from './text-diff'

export type MeaningKind = 'NUMBER' | 'UNIT' | 'DATE' | 'NEGATION' | 'MODALITY' | 'NAME' | 'QUANTIFIER' | 'OTHER'

/** One piece of wording that differs. UTF-16 offsets within the two wordings; an empty range where nothing stands. */
export interface MeaningChange {
  readonly kind: MeaningKind
  readonly was: TextRange
  readonly now: TextRange
}

/** Where two wordings differ, and in what. It points out and never decides. `language` is a BCP 47 tag. */
export function meaningChanges(was: string, now: string, _language?: string): readonly MeaningChange[] {
  return diffTexts(was, now).map(hunk => ({
    kind: 'OTHER',
    was: { start: hunk.fromStart, end: hunk.fromEnd },
    now: { start: hunk.toStart, end: hunk.toEnd },
  }))
}
