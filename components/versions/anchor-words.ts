import type { AnchorCountsDto } from '@/lib/contracts/versions'
import { counted } from '@/lib/domain/sentence-words'

/** "12 stand · 2 changed · 1 gone": all that are there, in this order; "no passages" where there are none. */
export function anchorPhrases({ anchored, changed, orphaned }: AnchorCountsDto): string[] {
  const phrases = [
    anchored > 0 ? `${anchored} ${anchored === 1 ? 'stands' : 'stand'}` : '',
    changed > 0 ? `${changed} changed` : '',
    orphaned > 0 ? `${orphaned} gone` : '',
  ].filter(phrase => phrase !== '')
  return phrases.length > 0 ? phrases : ['no passages']
}

/** What a new text did to passages, as a clause: "2 passages changed, 1 is gone"; null where all stand. */
export function brokenClause({ changed, orphaned }: Pick<AnchorCountsDto, 'changed' | 'orphaned'>): string | null {
  if (changed > 0 && orphaned > 0) {
    return `${counted(changed, 'passage')} changed, ${orphaned} ${orphaned === 1 ? 'is' : 'are'} gone`
  }
  if (changed > 0) return `${counted(changed, 'passage')} changed`
  return orphaned > 0 ? `${counted(orphaned, 'passage')} ${orphaned === 1 ? 'is' : 'are'} gone` : null
}

/** The shape and the word of a passage that the current text changed or lost. */
export const BROKEN_WORDS = {
  CHANGED: { shape: 'changed', word: 'Changed text' },
  ORPHANED: { shape: 'orphaned', word: 'No longer in the text' },
} as const
