import type { PersonDto } from '@/lib/contracts/people'

/** What follows an “@” that is being typed. Offsets are UTF-16 units. */
export type Asking = {
  /** Where the “@” stands. */
  from: number
  query: string
}

/** An “@” at the beginning of a word, and up to 40 characters after it on the same line. */
const ASKING = /(?:^|[\s([{“‘"'«,;:/–—-])@([^\n@]{0,40})$/u

/** Whether the caret stands behind an “@” that may become a mention; null where it does not. */
export function askingAt(text: string, caret: number): Asking | null {
  const before = text.slice(Math.max(0, caret - 60), caret)
  const query = ASKING.exec(before)?.[1]
  if (query === undefined || /^\s/.test(query)) return null
  return { from: caret - query.length - 1, query }
}

/** The people whose name, or a later word of it, begins as typed: those whose name begins so first, then by name. */
export function peopleLike(people: readonly PersonDto[], query: string): PersonDto[] {
  const wanted = folded(query)
  const rank = ({ name }: PersonDto) => (folded(name).startsWith(wanted) ? 0 : 1)
  return people
    .filter(({ name }) => folded(name).startsWith(wanted) || folded(name).includes(` ${wanted}`))
    .toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
}

/** The text with the person's name in place of what was typed, and where the caret goes then. */
export function withMention(text: string, { from, query }: Asking, { name }: PersonDto) {
  const after = text.slice(from + 1 + query.length)
  const end = from + 1 + name.length
  // What is written next goes on after a space, which may be there already; punctuation stands right at the name.
  if (/^[.,;:!?)\]}”’"]/.test(after)) return { text: `${text.slice(0, from)}@${name}${after}`, caret: end }
  const space = /^\s/.test(after) ? '' : ' '
  return { text: `${text.slice(0, from)}@${name}${space}${after}`, caret: end + 1 }
}

export type MentionPart = { text: string; person: PersonDto | null }

/** The text in parts, each “@Name” of these people apart. Where one name begins with another, the longer one is meant. */
export function mentionParts(text: string, people: readonly PersonDto[]): MentionPart[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length)
  const parts: MentionPart[] = []
  let plain = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = longestFirst.find(({ name }) => isNamedAt(text, at + 1, name))
    if (!person || at < plain) continue
    if (at > plain) parts.push({ text: text.slice(plain, at), person: null })
    plain = at + 1 + person.name.length
    parts.push({ text: text.slice(at, plain), person })
  }
  if (plain < text.length) parts.push({ text: text.slice(plain), person: null })
  return parts
}

/**
 * Whom a text addresses: those that were chosen and are still named in it, and members that it names in full though
 * nobody chose them, unless another has the same name.
 */
export function mentionIdsIn(text: string, chosen: readonly PersonDto[], members: readonly PersonDto[]): string[] {
  const isAlone = ({ id, name }: PersonDto) => ![...chosen, ...members].some(one => one.name === name && one.id !== id)
  const candidates = [...chosen, ...members.filter(isAlone)]
  const named = new Set(mentionParts(text, candidates).flatMap(({ person }) => (person ? [person.name] : [])))
  return [...new Set(candidates.filter(({ name }) => named.has(name)).map(({ id }) => id))]
}

/** True where the name stands in full and no letter or digit goes on from it. */
function isNamedAt(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !/^[\p{L}\p{N}\p{M}]/u.test(text.slice(at + name.length, at + name.length + 2))
}

/** Without case and accents, so that “jo” finds José. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
