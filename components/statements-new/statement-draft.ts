import type { z } from 'zod'
import { ApiProblem } from '@/components/api/call'
import { checkInput } from '@/components/api/check-input'
import { createStatementContract } from '@/lib/contracts/statements'
import { importText } from '@/lib/domain/import-text'
import { completeAddress } from '@/lib/domain/web-address'
import { directionOf } from './languages'

/** What the form holds besides the text itself, as it is typed. */
export type StatementDetails = {
  title: string
  claimant: string
  claimantRole: string
  appearance: string
  saidOn: string
  /** A tag of the list, or `other`. */
  language: string
  otherLanguage: string
  direction: 'ltr' | 'rtl'
  context: string
}

export const EMPTY_DETAILS: StatementDetails = {
  title: '',
  claimant: '',
  claimantRole: '',
  appearance: '',
  saidOn: '',
  language: 'en',
  otherLanguage: '',
  direction: 'ltr',
  context: '',
}

export type CreateStatementInput = z.input<typeof createStatementContract.input>

export function tagOf({ language, otherLanguage }: Pick<StatementDetails, 'language' | 'otherLanguage'>): string {
  return language === 'other' ? otherLanguage.trim() : language
}

/** The details in another language, with the direction in which that one is written. */
export function inLanguage(details: StatementDetails, change: Partial<StatementDetails>): StatementDetails {
  const next = { ...details, ...change }
  return { ...next, direction: directionOf(tagOf(next)) }
}

/** The details as they are sent, the address with its scheme. */
export function detailsInput({ language, otherLanguage, ...details }: StatementDetails) {
  const appearance = completeAddress(details.appearance)
  return { ...details, appearance, language: tagOf({ language, otherLanguage }) }
}

export function inputOf(details: StatementDetails, text: string): CreateStatementInput {
  return { ...detailsInput(details), text }
}

/** The problem without what it says of fields that have changed since; null when nothing is left. */
export function problemWithout(problem: ApiProblem | null, fields: readonly string[]): ApiProblem | null {
  const errors = problem?.errors.filter(({ path }) => !fields.includes(path)) ?? []
  if (!problem || errors.length === problem.errors.length) return problem
  return errors.length === 0 ? null : new ApiProblem(problem.status, problem.code, problem.message, errors)
}

/** The fields in which two states of the form differ, as the API names them. */
export function changedFields(before: StatementDetails, after: StatementDetails): string[] {
  // Object.keys loses the literal keys; both sides have exactly these.
  const keys = (Object.keys(after) as (keyof StatementDetails)[]).filter(key => before[key] !== after[key])
  return keys.map(key => (key === 'otherLanguage' ? 'language' : key))
}

/** What keeps this from being added, named by field; null when nothing does. */
export function problemOf(input: CreateStatementInput): ApiProblem | null {
  const imported = importText(input.text)
  const refused = checkInput(createStatementContract, input)
  if (imported.ok) return refused
  const others = refused?.errors.filter(({ path }) => path !== 'text') ?? []
  return new ApiProblem(422, 'invalid-input', imported.problem.message, [
    { path: 'text', message: imported.problem.message },
    ...others,
  ])
}
