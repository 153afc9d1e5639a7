import type { z } from 'zod'
import {
  type ImportItemDto,
  type ImportPassageDto,
  type ImportPlaceDto,
  type importClaimsContract,
  MAX_IMPORTED,
} from '@/lib/contracts/imports'

/** What a person has made of one annotation. Kept as a draft: small, and only of what was changed. */
export type ImportChoice = {
  isTaken: boolean
  sentence: string
  /** For each passage, which of its suggestions was chosen; null for none. */
  chosen: readonly (number | null)[]
}

/** By the annotation's place in the file. */
export type ImportChoices = Readonly<Record<number, ImportChoice>>

/** What stands before anyone has touched it: certain places with a sentence are taken, what is a claim already is not. */
export function firstChoice({ state, claimReviewed, passages, duplicateOf }: ImportItemDto): ImportChoice {
  return {
    isTaken: state === 'ANCHORED' && claimReviewed !== '' && duplicateOf === null,
    sentence: claimReviewed,
    chosen: passages.map(() => null),
  }
}

export function choiceOf(item: ImportItemDto, choices: ImportChoices): ImportChoice {
  return choices[item.index] ?? firstChoice(item)
}

/** Where a passage goes: for certain, as a person chose, or nowhere yet. */
export function placeOf(passage: ImportPassageDto, chosen: number | null | undefined): ImportPlaceDto | null {
  return passage.place ?? (chosen === null || chosen === undefined ? null : (passage.suggestions[chosen] ?? null))
}

/** The places of all passages that have one. */
export function placesOf({ passages }: ImportItemDto, { chosen }: ImportChoice): ImportPlaceDto[] {
  return passages.flatMap((passage, index) => placeOf(passage, chosen[index]) ?? [])
}

export type ItemProblem = { field: 'sentence' | 'place'; message: string }

/** What keeps an annotation that is taken from becoming a claim, or null. */
export function problemOf(item: ImportItemDto, choice: ImportChoice): ItemProblem | null {
  if (placesOf(item, choice).length === 0)
    return { field: 'place', message: 'Choose where it stands, or leave it out.' }
  if (choice.sentence.trim() === '') {
    return { field: 'sentence', message: 'Write the claim in one sentence, or leave it out.' }
  }
  return null
}

type Imported = z.input<(typeof importClaimsContract)['input']>['items'][number]

/** What is sent for an annotation that has no problem. */
export function importedOf(item: ImportItemDto, choice: ImportChoice): Imported {
  return {
    claimReviewed: choice.sentence,
    importedFrom: item.importedFrom,
    targets: placesOf(item, choice).map(({ start, end, exact }) => ({ start, end, exact })),
  }
}

/** In parts that one call may carry each, none of them empty. */
export function inParts<T>(items: readonly T[], size = MAX_IMPORTED): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  )
}
