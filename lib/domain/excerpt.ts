import { graphemeStart } from '@/lib/domain/graphemes'

/** The text, or its beginning of at most `max` UTF-16 units with an ellipsis, cut between words where one ends near enough. */
export function excerptOf(text: string, max: number): string {
  if (text.length <= max) return text
  const end = graphemeStart(text, max - 1)
  const space = text.lastIndexOf(' ', end)
  return `${text.slice(0, space > max / 2 ? space : end).trimEnd()}…`
}
