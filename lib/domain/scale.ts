import type { Problem } from '@/lib/domain/problem'

/** A rating's stable name within its scale, such as MOSTLY_TRUE. Never shown. */
export type RatingKey = string

/** The colour-and-underline identities a rating can wear, independent of its key and its position. */
export const RATING_TONES = [
  'true',
  'mostly-true',
  'mixed',
  'mostly-false',
  'false',
  'missing-context',
  'unverifiable',
  'not-checkable',
] as const
export type RatingTone = (typeof RATING_TONES)[number]

export interface Rating {
  readonly key: RatingKey
  /** The word readers see. */
  readonly label: string
  readonly definition: string
  /** Place on the ordered scale, 1 the lowest; null off the scale. */
  readonly position: number | null
  readonly tone: RatingTone
  /** Whether a verdict with this rating needs at least one citation. */
  readonly requiresCitation: boolean
}

export interface RatingScale {
  readonly version: number
  readonly name: string
  /** In the order they are read: on the scale from the highest position down, then those off it. */
  readonly ratings: readonly Rating[]
}

export const MAX_RATINGS = 12
export const MAX_LABEL_LENGTH = 40
export const MAX_DEFINITION_LENGTH = 300

/** The scale a new desk starts with. */
export const DEFAULT_SCALE: RatingScale = {
  version: 1,
  name: 'Five-point accuracy scale',
  ratings: [
    onScale('TRUE', 'True', 5, 'true', 'Accurate, with nothing significant missing.'),
    onScale(
      'MOSTLY_TRUE',
      'Mostly true',
      4,
      'mostly-true',
      'Accurate in substance; a detail is wrong or needs clarification.',
    ),
    onScale('MIXED', 'Mixed', 3, 'mixed', 'Parts that matter are accurate and parts that matter are not.'),
    onScale('MOSTLY_FALSE', 'Mostly false', 2, 'mostly-false', 'Wrong in substance; some element is accurate.'),
    onScale('FALSE', 'False', 1, 'false', 'Contradicted by the evidence.'),
    offScale(
      'MISSING_CONTEXT',
      'Missing context',
      'missing-context',
      'Leaves a false impression by what it leaves out.',
    ),
    offScale(
      'UNVERIFIABLE',
      'Unverifiable',
      'unverifiable',
      'Publicly available evidence neither supports nor refutes it.',
    ),
    offScale('OPINION', 'Not checkable', 'not-checkable', 'An opinion, value judgement or prediction.'),
  ],
}

function onScale(key: RatingKey, label: string, position: number, tone: RatingTone, definition: string): Rating {
  return { key, label, definition, position, tone, requiresCitation: true }
}

function offScale(key: RatingKey, label: string, tone: RatingTone, definition: string): Rating {
  return { key, label, definition, position: null, tone, requiresCitation: false }
}

/** The rating of that key, or undefined where the scale has none. */
export function findRating(scale: RatingScale, key: RatingKey): Rating | undefined {
  return scale.ratings.find(rating => rating.key === key)
}

/** The rating of that key. Throws RangeError where the scale has none: verdicts pin the scale they were cast on. */
export function ratingOf(scale: RatingScale, key: RatingKey): Rating {
  const rating = findRating(scale, key)
  if (!rating) throw new RangeError(`scale ${scale.version} has no rating ${key}`)
  return rating
}

/** What lists and sentences show of a rating. Throws RangeError where the scale has none of that key. */
export function wornRating(scale: RatingScale, key: RatingKey): Pick<Rating, 'key' | 'label' | 'tone'> {
  const { label, tone } = ratingOf(scale, key)
  return { key, label, tone }
}

/** The ratings as they are read: on the scale from the highest position down, then those off it as listed. */
export function ratingsInOrder(scale: RatingScale): Rating[] {
  const isOn = (rating: Rating) => rating.position !== null
  const down = (a: Rating, b: Rating) => (b.position ?? 0) - (a.position ?? 0)
  return [...scale.ratings.filter(isOn).sort(down), ...scale.ratings.filter(rating => !isOn(rating))]
}

/** What keeps a desk from adopting this scale; empty when nothing does. */
export function validateScale(scale: Pick<RatingScale, 'name' | 'ratings'>): Problem[] {
  const { ratings } = scale
  const problems: Problem[] = []
  if (scale.name.trim() === '') problems.push({ path: 'name', message: 'Give the scale a name.' })
  if (ratings.length > MAX_RATINGS) {
    problems.push({
      path: 'ratings',
      message: `A scale has at most ${MAX_RATINGS} ratings; this one has ${ratings.length}.`,
    })
  }
  ratings.forEach((rating, index) => {
    problems.push(...ratingProblems(rating).map(({ path, message }) => ({ path: `ratings.${index}.${path}`, message })))
  })
  problems.push(...repeats(ratings, 'key', rating => rating.key))
  problems.push(...repeats(ratings, 'label', rating => rating.label.trim().toLowerCase()))
  problems.push(...positionProblems(ratings))
  return problems
}

function ratingProblems({ key, label, definition, tone }: Rating): Problem[] {
  const problems: Problem[] = []
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(key)) {
    problems.push({
      path: 'key',
      message: 'A key is up to 40 capital letters, digits and underscores, a letter first.',
    })
  }
  if (label.trim() === '') problems.push({ path: 'label', message: 'Give the rating a label.' })
  if (label.length > MAX_LABEL_LENGTH) {
    problems.push({ path: 'label', message: `Keep the label to ${MAX_LABEL_LENGTH} characters.` })
  }
  if (definition.trim() === '') problems.push({ path: 'definition', message: 'Say what the rating means.' })
  if (definition.length > MAX_DEFINITION_LENGTH) {
    problems.push({ path: 'definition', message: `Keep the definition to ${MAX_DEFINITION_LENGTH} characters.` })
  }
  if (!RATING_TONES.includes(tone))
    problems.push({ path: 'tone', message: `Choose one of: ${RATING_TONES.join(', ')}.` })
  return problems
}

function repeats(ratings: readonly Rating[], field: 'key' | 'label', identity: (rating: Rating) => string): Problem[] {
  const values = ratings.map(identity)
  return ratings.flatMap((rating, index) =>
    values.indexOf(identity(rating)) < index
      ? [{ path: `ratings.${index}.${field}`, message: `Two ratings have the ${field} “${rating[field]}”.` }]
      : [],
  )
}

/** The rule counts steps between positions, so a gap or a shared place would make "within one step" mean nothing. */
function positionProblems(ratings: readonly Rating[]): Problem[] {
  const positions = ratings.flatMap(rating => (rating.position === null ? [] : [rating.position]))
  if (positions.length < 2) {
    return [{ path: 'ratings', message: 'Put at least two ratings on the ordered scale.' }]
  }
  const isContiguous = positions.toSorted((a, b) => a - b).every((position, index) => position === index + 1)
  return isContiguous
    ? []
    : [{ path: 'ratings', message: `Number the ordered ratings 1 to ${positions.length}, each number once.` }]
}
