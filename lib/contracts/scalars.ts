import { z } from 'zod'
import { isPartialDate } from '@/lib/domain/partial-date'
import { hasVisibleText } from '@/lib/domain/visible-text'
import { completeAddress } from '@/lib/domain/web-address'

/** True for text that survives storage unchanged: no NUL, no lone surrogate. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/**
 * Trimmed text of 1 to `max` UTF-16 units of which something can be seen. Refuses NUL and lone surrogates, which PostgreSQL
 * would refuse or silently replace.
 */
export function requiredText(max: number) {
  return z
    .string()
    .max(max, `Shorten this to at most ${max} characters.`)
    .refine(isStorable, 'This contains characters that cannot be stored (NUL or half a surrogate pair). Remove them.')
    .trim()
    .min(1, 'Write something here.')
    .refine(text => text === '' || hasVisibleText(text), 'Write some visible words.')
}

/** Like `requiredText`, but text of which nothing can be seen and null both mean "none" and come out as null. */
export function nullableText(max: number) {
  return z
    .string()
    .max(max, `Shorten this to at most ${max} characters.`)
    .refine(isStorable, 'This contains characters that cannot be stored (NUL or half a surrogate pair). Remove them.')
    .trim()
    .transform(text => (hasVisibleText(text) ? text : null))
    .nullable()
}

/** `nullableText` that may be left out. */
export function optionalText(max: number) {
  return nullableText(max).default(null)
}

/** Opaque id. Anything that is not one is refused before it reaches a query. */
export const Id = z.uuid('This is not an id of this desk.')

/** The `version` of what an edit was based on; a stale one is refused with 409. */
export const Version = z.int().min(1).max(1_000_000_000)

/** An http(s) address without credentials. `javascript:` and its relatives are refused. */
export const HttpUrl = z
  .string()
  .trim()
  .max(2_000, 'Shorten this address to at most 2000 characters.')
  .refine(isHttpUrl, { error: ({ input }) => addressProblem(String(input)) })

/** Never completed here: a client that leaves the scheme out may mean either. What people type is completed where they see it. */
function addressProblem(text: string): string {
  const completed = completeAddress(text)
  return completed !== text && isHttpUrl(completed)
    ? `Give the full address, with its scheme: ${completed}`
    : 'Give a full address that begins with http:// or https://.'
}

function isHttpUrl(text: string): boolean {
  if (!/^https?:\/\/[^\s\\/]/i.test(text) || !text.isWellFormed() || hasHiddenControls(text)) return false
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.username === '' && url.password === '' && url.hostname.includes('.')
}

/** Control, bidi and zero-width characters make an address look like another one. */
function hasHiddenControls(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)
}

/** An address or none; empty means none. */
export const NullableHttpUrl = z.preprocess(emptyIsNull, HttpUrl.nullable())

/** An address that may be left out. */
export const OptionalHttpUrl = NullableHttpUrl.default(null)

function emptyIsNull(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? null : value
}

/** A date as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export const PartialDate = z.string().trim().refine(isPartialDate, 'Give a date as YYYY-MM-DD, YYYY-MM or YYYY.')

/** A partial date or none; empty means unknown. */
export const NullablePartialDate = z.preprocess(emptyIsNull, PartialDate.nullable())

/** A partial date that may be left out. */
export const OptionalPartialDate = NullablePartialDate.default(null)

/** One day of the calendar: YYYY-MM-DD. */
export const Day = z
  .string()
  .trim()
  .refine(text => text.length === 10 && isPartialDate(text), 'Give a day as YYYY-MM-DD.')

/** A day or none; empty means none. May be left out. */
export const OptionalDay = z.preprocess(emptyIsNull, Day.nullable()).default(null)

/** RFC 3339 in UTC, from the year 1 on: PostgreSQL knows no year 0. */
export const Timestamp = z.iso.datetime().refine(text => !text.startsWith('0000'), 'There was no year 0.')

/** Lower-cased e-mail address. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Give an e-mail address, such as name@example.org.'))

/** A password a person chooses: long rather than complicated. */
export const NewPassword = z
  .string()
  .min(12, 'Use at least 12 characters. Several words are easiest to remember.')
  .max(200, 'Use at most 200 characters.')
  .refine(isStorable, 'This contains characters that cannot be stored. Remove them.')

/** A 256-bit token in base64url. */
export const SecretToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete.')

/** BCP 47 language tag. */
export const LanguageTag = z
  .string()
  .trim()
  .max(35)
  .refine(isLanguageTag, 'Give a language tag such as en, de or pt-BR.')

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** Where a list goes on; null or absent for its beginning. */
export const Cursor = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/, 'This cursor is not one of ours. Start the list again.')

/** How many rows a page of a list holds. */
export const PageSize = z.coerce.number().int().min(1).max(200)
