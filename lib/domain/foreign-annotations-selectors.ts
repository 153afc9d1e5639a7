import { isObject, isOfType, type JsonObject, listOf, member, stringOf, typeOf } from './foreign-annotations-json'
import { MAX_SPAN_LENGTH } from './selectors'

/** A passage that an annotation names by its words. */
export interface ForeignPassage {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Of its TextPositionSelector, as it counts: code points by W3C; many tools count UTF-16 code units. */
  readonly position: { readonly start: number; readonly end: number } | null
  /** The address of the text that was annotated. */
  readonly source: string | null
}

export type Refusal = { readonly refused: string }

/** Context beyond this many code units from the quote is left out. */
const MAX_CONTEXT = 500
/** How deep selectors may refine or offer one another. */
const MAX_DEPTH = 6

/** The passage that any of the selectors of one target names by its words, or why there is none. */
export function passageOf(selectors: unknown, source: string | null): ForeignPassage | Refusal {
  const all = flattened(selectors, 0)
  if (all.length === 0) {
    return { refused: 'It is about the text as a whole: it has no selector, so there is no passage to highlight.' }
  }
  const refusals: string[] = []
  for (const selector of all) {
    if (!isOfType(selector, 'TextQuoteSelector') && member(selector, 'refinedBy') === undefined) continue
    const quote = quoteOf(selector, 0)
    if ('refused' in quote) refusals.push(quote.refused)
    else return { ...quote, position: isRefined(selector) ? null : positionAmong(all), source }
  }
  return { refused: refusals[0] ?? reasonFor(all) }
}

/** Selectors side by side say the same in other ways, those of a Choice too (https://www.w3.org/TR/annotation-model/#selectors). */
function flattened(selectors: unknown, depth: number): JsonObject[] {
  if (depth > MAX_DEPTH) return []
  return listOf(selectors)
    .slice(0, 50)
    .filter(isObject)
    .flatMap(selector => (isOfType(selector, 'Choice') ? flattened(member(selector, 'items'), depth + 1) : [selector]))
}

function isRefined(selector: JsonObject): boolean {
  return listOf(member(selector, 'refinedBy')).length > 0
}

type QuoteParts = Pick<ForeignPassage, 'exact' | 'prefix' | 'suffix'>

/** A selector's words. One that is refined names a part of what it selects: the part's words, with the whole's around them. */
function quoteOf(selector: JsonObject, depth: number): QuoteParts | Refusal {
  const refinements = flattened(member(selector, 'refinedBy'), depth)
  const own = isOfType(selector, 'TextQuoteSelector') ? wordsOf(selector) : null
  if (refinements.length === 0) return own ?? { refused: reasonFor([selector]) }
  if (own && 'refused' in own) return own
  const part = refinements.find(inner => isOfType(inner, 'TextQuoteSelector') || isRefined(inner))
  if (!part || depth >= MAX_DEPTH) return { refused: 'It names a part of a passage by something else than its words.' }
  const inner = quoteOf(part, depth + 1)
  if ('refused' in inner || own === null) return inner
  const at = own.exact.indexOf(inner.exact)
  if (at < 0 || own.exact.indexOf(inner.exact, at + 1) >= 0) {
    return { refused: 'It names words within a passage that do not stand there exactly once.' }
  }
  return withContext(
    inner.exact,
    own.prefix + own.exact.slice(0, at),
    own.exact.slice(at + inner.exact.length) + own.suffix,
  )
}

function wordsOf(selector: JsonObject): QuoteParts | Refusal {
  const exact = stringOf(member(selector, 'exact'))
  if (exact.trim() === '') return { refused: 'Its quote is empty.' }
  if (exact.length > MAX_SPAN_LENGTH) {
    return {
      refused: `Its quote has ${exact.length} characters; the limit is ${MAX_SPAN_LENGTH}. That is more than one claim.`,
    }
  }
  return withContext(exact, stringOf(member(selector, 'prefix')), stringOf(member(selector, 'suffix')))
}

function withContext(exact: string, prefix: string, suffix: string): QuoteParts {
  return { exact, prefix: prefix.slice(-MAX_CONTEXT), suffix: suffix.slice(0, MAX_CONTEXT) }
}

function positionAmong(selectors: readonly JsonObject[]): ForeignPassage['position'] {
  const selector = selectors.find(one => isOfType(one, 'TextPositionSelector') && !isRefined(one))
  if (!selector) return null
  const start = member(selector, 'start')
  const end = member(selector, 'end')
  const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end)
  return isRange && typeof start === 'number' && typeof end === 'number' && 0 <= start && start < end
    ? { start, end }
    : null
}

const ELEMENTS = 'It names a place in a web page (%), which a plain text does not have. It needs a TextQuoteSelector.'
const REASONS: Readonly<Record<string, string>> = {
  TextPositionSelector: 'It says where its words stood, not which they are. It needs a TextQuoteSelector.',
  DataPositionSelector: 'It counts bytes of another file. It needs a TextQuoteSelector.',
  RangeSelector: ELEMENTS,
  CssSelector: ELEMENTS,
  XPathSelector: ELEMENTS,
  FragmentSelector: ELEMENTS,
  SvgSelector: 'It is about an area of an image.',
}

function reasonFor(selectors: readonly JsonObject[]): string {
  const types = selectors.map(typeOf)
  const known = types.find(type => Object.hasOwn(REASONS, type))
  if (known) return (REASONS[known] ?? '').replace('%', known)
  return 'It names its passage in a way that is not known here. It needs a TextQuoteSelector.'
}
