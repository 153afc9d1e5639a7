import type { ScaleDto } from '@/lib/contracts/scales'
import type { Problem } from '@/lib/domain/problem'
import type { RatingTone } from '@/lib/domain/scale'

/** A rating while it is edited. Its place on the scale is its place in the list. */
export type RatingDraft = {
  /** Names the row while it moves. */
  id: string
  /** Null until it is saved for the first time: then made from the label. */
  key: string | null
  label: string
  definition: string
  tone: RatingTone
  requiresCitation: boolean
}

/** The scale while it is edited: what is ordered, best first, and what stands off it. */
export type ScaleDraft = { name: string; on: RatingDraft[]; off: RatingDraft[] }

export type Side = 'on' | 'off'

export function draftOf({ name, ratings }: ScaleDto): ScaleDraft {
  const draft = ({ position, ...rating }: ScaleDto['ratings'][number]) => ({ ...rating, id: rating.key })
  return {
    name,
    on: ratings
      .filter(({ position }) => position !== null)
      .sort((a, b) => (b.position ?? 0) - (a.position ?? 0))
      .map(draft),
    off: ratings.filter(({ position }) => position === null).map(draft),
  }
}

/** What the API is sent: the ordered ratings numbered from the last, 1, up; then those off the scale. */
export function ratingsOf({ on, off }: ScaleDraft) {
  const taken = new Set([...on, ...off].flatMap(({ key }) => (key === null ? [] : [key])))
  const keyed = ({ id: _id, key, ...rating }: RatingDraft, position: number | null) => ({
    ...rating,
    key: key ?? newKey(rating.label, taken),
    position,
  })
  return [...on.map((rating, index) => keyed(rating, on.length - index)), ...off.map(rating => keyed(rating, null))]
}

/** MOSTLY_TRUE from "Mostly true". Labels of other scripts leave nothing to make a key of, so those are numbered. */
function newKey(label: string, taken: Set<string>): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[^A-Z]+|_+$/g, '')
    .slice(0, 30)
  const base = plain === '' ? 'RATING' : plain
  let key = base
  for (let number = 2; taken.has(key); number++) key = `${base}_${number}`
  taken.add(key)
  return key
}

/** Moves the rating at `index` one place up (-1) or down (1) within its list. */
export function moved(list: readonly RatingDraft[], index: number, by: -1 | 1): RatingDraft[] {
  const next = [...list]
  const [rating] = next.splice(index, 1)
  if (rating) next.splice(index + by, 0, rating)
  return next
}

/** Problems by row, from paths such as `ratings.3.label`; what names no row is under -1. */
export function problemsByRow(problems: readonly Problem[]): ReadonlyMap<number, readonly Problem[]> {
  const rows = new Map<number, Problem[]>()
  for (const problem of problems) {
    const [, index, path] = /^ratings\.(\d+)\.(.+)$/.exec(problem.path) ?? []
    const row = index === undefined ? -1 : Number(index)
    rows.set(row, [...(rows.get(row) ?? []), { ...problem, path: path ?? problem.path }])
  }
  return rows
}
