import { graphemeStart } from './graphemes'

/** UTF-16 code units of a foreign comment that are looked at. */
const MAX_READ = 20_000

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** What a comment says, as plain text on one line. Of HTML the tags go; the result is text, never markup. */
export function plainComment(value: string, format: string): string {
  const text = value.slice(0, MAX_READ).toWellFormed()
  const words = format.toLowerCase().startsWith('text/html') ? withoutTags(text) : text
  return words.replace(/[\p{White_Space}\p{Cc}]+/gu, ' ').trim()
}

/** One pass over the tags; `[^<>]*` keeps it linear. */
function withoutTags(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|(\w{2,4}));/g, (entity, number: string | undefined, name: string | undefined) => {
      if (number !== undefined) return characterOf(Number(number))
      return (name !== undefined && ENTITIES[name]) || entity
    })
}

function characterOf(code: number): string {
  const isScalar = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isScalar ? String.fromCodePoint(code) : ' '
}

/** At most `limit` code units of a text, ending with a word. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, graphemeStart(text, limit - 1))
  const space = cut.lastIndexOf(' ')
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
