/**
 * Characters that change how a text reads without being seen: controls, bidirectional embeddings, overrides and isolates
 * (CVE-2021-42574), zero-width ones, and tags outside a flag. What scripts and emoji need is let be: the directional
 * marks, joiners and soft hyphens.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<![\u{1f3f4}\u{e0000}-\u{e007f}])[\u{e0000}-\u{e007f}]+/gu

export type TextRun = {
  /** UTF-16 offset in the text. */
  at: number
  text: string
  isHidden: boolean
}

/** The text in runs, with each hidden character by its name, such as U+202E, in a run of its own: seen, and without effect. */
export function revealed(text: string): TextRun[] {
  const runs: TextRun[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(HIDDEN)) {
    if (index > at) runs.push({ at, text: text.slice(at, index), isHidden: false })
    runs.push({ at: index, text: Array.from(found, nameOf).join(' '), isHidden: true })
    at = index + found.length
  }
  if (at < text.length) runs.push({ at, text: text.slice(at), isHidden: false })
  return runs
}

/** The same as one plain text, for titles and labels. */
export function plain(text: string): string {
  return revealed(text)
    .map(run => (run.isHidden ? `[${run.text}]` : run.text))
    .join('')
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
