/** Whether this is a day of the calendar as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD. There was no year 0. */
export function isPartialDate(text: string): boolean {
  if (!/^(?!0000)\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The first time zone is this far ahead of UTC (ms): who writes from there may call it tomorrow. */
const FIRST_ZONE_MS = 14 * 3_600_000

/** Whether a partial date lies wholly after this moment, wherever on earth it was written. */
export function isStillToCome(date: string, at: Date): boolean {
  return date > new Date(at.getTime() + FIRST_ZONE_MS).toISOString().slice(0, date.length)
}

const FORMATS = {
  long: formatsOf('long'),
  short: formatsOf('short'),
}

/**
 * A partial date as a reader writes it: "2022", "January 2022", "5 January 2022", or short "5 Jan 2022". Of a timestamp
 * give the first ten characters, the day in UTC. What is no partial date, such as one half typed, comes back as it is.
 */
export function partialDateInWords(text: string, month: 'long' | 'short' = 'long'): string {
  if (!isPartialDate(text)) return text
  const precision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day'
  return FORMATS[month][precision].format(new Date(text))
}

function formatsOf(month: 'long' | 'short') {
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...parts, year: 'numeric', timeZone: 'UTC' })
  return { year: format({}), month: format({ month }), day: format({ month, day: 'numeric' }) }
}
