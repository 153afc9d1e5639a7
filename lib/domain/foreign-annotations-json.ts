/** Reading JSON whose shape nobody promised: what is not as expected is left out, nothing throws. */

export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member that is the object's own: "constructor" is nobody's. */
export function member(value: JsonObject, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** JSON-LD writes one value and an array of one alike; absent is none. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** True where an object says that it is of a type, alone or among others, with or without a vocabulary's prefix. */
export function isOfType(value: JsonObject, type: string): boolean {
  return listOf(member(value, 'type') ?? member(value, '@type')).some(name => shortName(stringOf(name)) === type)
}

/** The first type of an object as its vocabulary names it; empty where it has none. */
export function typeOf(value: JsonObject): string {
  return shortName(stringOf(listOf(member(value, 'type') ?? member(value, '@type'))[0]))
}

function shortName(name: string): string {
  return name.slice(name.search(/[^#:/]*$/))
}

/** The address or URN of a thing, named `id` or `@id`; null where there is none that could be stored and shown. */
export function addressOf(value: JsonObject): string | null {
  return asAddress(member(value, 'id') ?? member(value, '@id'))
}

/** UTF-16 code units. */
export const MAX_ADDRESS = 2_000

/** True for an http(s) address or a URN of visible characters. */
export function isAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS && /^(https?:\/\/|urn:)[^\s\p{Cc}\p{Cf}\p{Surrogate}]+$/iu.test(text)
}

export function asAddress(value: unknown): string | null {
  const text = stringOf(value).trim()
  return isAddress(text) ? text : null
}

/** Equal for two addresses that name the same thing: schemes and hosts are written in any case, and so are UUIDs (RFC 8141, section 3). */
export function addressKey(address: string): string {
  if (/^urn:uuid:/i.test(address)) return address.toLowerCase()
  const urn = /^urn:[^:]*:/i.exec(address)
  if (urn) return urn[0].toLowerCase() + address.slice(urn[0].length)
  return URL.canParse(address) ? new URL(address).href : address
}
