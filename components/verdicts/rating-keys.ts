import { type RatingScale, ratingsInOrder } from '@/lib/domain/scale'

/** Letters that already lead somewhere while a verdict is being written. */
const TAKEN = ['j', 'k', 'n', 'h', 'c', 'a', 'r', 'g', '/', '?', '[', ']']

/**
 * The key that chooses each rating: on the scale its position, off it the first letter of its label, else X, else the
 * next letter that is free. The default scale gets 5 to 1, M, U and X. A rating for which none is left has no key.
 */
export function ratingKeys(scale: RatingScale): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  const used = new Set(TAKEN)
  for (const { key, label, position } of ratingsInOrder(scale)) {
    const letters = [...label.toLowerCase()].filter(letter => /^[a-z]$/.test(letter))
    const wanted = position === null ? [letters[0] ?? 'x', 'x', ...letters] : [String(position)]
    const free = wanted.find(candidate => candidate.length === 1 && !used.has(candidate))
    if (free === undefined) continue
    used.add(free)
    keys.set(key, free)
  }
  return keys
}
