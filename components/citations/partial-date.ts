/** YYYY, YYYY-MM or YYYY-MM-DD as a reader writes it: "January 2022", "7 January 2022", or short "7 Jan 2022". */
export function partialDate(text: string, length: 'long' | 'short' = 'long'): string {
  const format: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' }
  if (text.length > 4) format.month = length
  if (text.length > 7) format.day = 'numeric'
  const date = new Date(text.length === 4 ? `${text}-01-01` : text)
  return Number.isNaN(date.getTime()) ? text : new Intl.DateTimeFormat('en-GB', format).format(date)
}

/** Today where the person sits, as YYYY-MM-DD. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}
