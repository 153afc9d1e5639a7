import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** What JSON can hold. Properties that are undefined are left out, as JSON.stringify leaves them out. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Matches a lone surrogate only: with the u flag a pair is one code point of another category. */
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * SHA-256 of the text's UTF-8, as 64 lower-case hex digits. Throws RangeError for a lone surrogate, which UTF-8 cannot
 * hold: encoders replace it, and two different texts would share a hash.
 */
export function sha256Hex(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new RangeError('text with a lone surrogate cannot be hashed')
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/**
 * The one JSON text of a value (RFC 8785): members sorted by UTF-16 code units, no space, numbers as ECMAScript prints
 * them. Throws for what I-JSON cannot hold: NaN, infinities, cycles, lone surrogates.
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('undefined has no JSON')
  // JSON.stringify writes a lone surrogate as an escape, always after an even number of backslashes.
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/.test(text)) throw new RangeError('JSON cannot hold a lone surrogate')
  return text
}

/** Binds a row's content without revealing it: who does not know the random salt cannot confirm a guess. */
export function contentHash(salt: string, type: string, body: Json): string {
  return sha256Hex(canonicalJson({ salt, type, body }))
}
