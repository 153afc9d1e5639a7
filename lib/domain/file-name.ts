/** Characters of a title that a file's name keeps. */
const MOST = 80

/** A name for a file about something with that title: no path, no control, none of what file systems refuse. */
export function fileName(title: string, ending: string): string {
  const safe = title
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const short = Array.from(safe).slice(0, MOST).join('').trim()
  return `${short || 'statement'}.${ending}`
}
