const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** A moment as one says it wherever the reader is: "24 November 2026 at 09:30 UTC". Takes RFC 3339. */
export function momentInWords(moment: string): string {
  return `${FORMAT.format(new Date(moment))} UTC`
}
