/** YYYY, YYYY-MM or YYYY-MM-DD as a reader writes it: "2022", "January 2022", "5 January 2022". */
export function partialDateInWords(text: string): string {
  const [year = '', month, day] = text.split('-')
  const precision: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(month ? { month: 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
  }
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  return new Intl.DateTimeFormat('en-GB', { ...precision, timeZone: 'UTC' }).format(date)
}
