import type { Problem } from '@/lib/domain/problem'
import { type RatingKey, type RatingScale, ratingOf } from '@/lib/domain/scale'
import { sentencesIn } from '@/lib/domain/sentences'
import { registrableSite } from '@/lib/domain/web-address'

/** What is wrong with a verdict that has this rating and so many citations; empty when nothing is. */
export function citationProblems(rating: RatingKey, citations: number, scale: RatingScale): Problem[] {
  const { label, requiresCitation } = ratingOf(scale, rating)
  return requiresCitation && citations === 0
    ? [{ path: 'citations', message: `Add at least one source: “${label}” needs evidence a reader can look at.` }]
    : []
}

export interface SourcedVerdict {
  readonly id: string
  readonly rating: RatingKey
  readonly citations: readonly {
    readonly sourceId: string
    readonly publisher: string | null
    readonly url: string | null
  }[]
}

/**
 * The ids of verdicts that rest on fewer than two sources which do not share a publisher: a flag for the editor, not a
 * refusal. A verdict without any source is among them.
 */
export function singlePublisherVerdicts(verdicts: readonly SourcedVerdict[]): string[] {
  return verdicts.filter(({ citations }) => new Set(citations.map(publisherOf)).size < 2).map(({ id }) => id)
}

/** Who stands behind a source: its publisher by name, else its site. Two that name neither are not known to differ. */
function publisherOf({ publisher, url }: SourcedVerdict['citations'][number]): string {
  const name = publisher
    ?.normalize('NFKC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim()
    .toLowerCase()
  if (name) return `publisher ${name}`
  return url !== null && URL.canParse(url) ? `site ${registrableSite(url)}` : ''
}

/** [1], [2, 3] or [1–3]: which of the numbered sources bear a sentence out. */
const MARKER = /\[\d+(?:\s*[,–-]\s*\d+)*\]/g
/** Of class Format, so that sentence boundaries (Unicode Annex 29, SB5) pass over it as part of what comes before. */
const WORD_JOINER = '\u2060'
const SAYS_SOMETHING = /[\p{L}\p{N}]/u

/**
 * The sentences of an explanation that name no source by a marker such as [1], trimmed, in order: a flag for the editor,
 * not a refusal. A marker after the full stop belongs to the sentence before it. `language` is a BCP 47 tag.
 */
export function unsourcedSentences(explanation: string, language = 'en'): string[] {
  // Brackets and digits would move the boundaries: "rose.[1]" splits inside the marker.
  const masked = explanation.replace(MARKER, marker => WORD_JOINER.repeat(marker.length))
  return sentencesIn(masked, language)
    .filter(({ start, end }) => SAYS_SOMETHING.test(masked.slice(start, end)))
    .map(({ start, end }) => explanation.slice(start, end).trim())
    .filter(sentence => sentence.match(MARKER) === null)
}
