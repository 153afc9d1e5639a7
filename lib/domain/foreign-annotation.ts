import type { ForeignPassage, Refusal } from './foreign-annotations-selectors'

export const FOREIGN_FORMATS = ['w3c', 'hypothesis'] as const
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number]

interface Named {
  /** Its place in the file, from 0. */
  readonly index: number
  /** Its address or URN; null where it has none. */
  readonly id: string | null
  /** What a person knows it by. */
  readonly label: string
}

/** An annotation of another tool, told apart from its format. */
export interface ForeignAnnotation extends Named {
  readonly kind: 'annotation'
  /** What it says, plain text on one line; may be empty, and long. */
  readonly comment: string
  /** At least one; those without words say why. */
  readonly passages: readonly (ForeignPassage | Refusal)[]
}

export interface RefusedAnnotation extends Named {
  readonly kind: 'refused'
  readonly reason: string
}

export type ForeignItem = ForeignAnnotation | RefusedAnnotation
