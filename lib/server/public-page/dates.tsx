const formats = {
  long: {
    year: format({ year: 'numeric' }),
    month: format({ month: 'long', year: 'numeric' }),
    day: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  },
  short: {
    year: format({ year: 'numeric' }),
    month: format({ month: 'short', year: 'numeric' }),
    day: format({ day: 'numeric', month: 'short', year: 'numeric' }),
  },
}

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
}

type Props = {
  /** YYYY, YYYY-MM, YYYY-MM-DD or a timestamp, of which the day in UTC is shown. */
  of: string
  width?: 'long' | 'short'
}

/** A date as precise as it is known: "2022", "January 2022", "5 January 2022". */
export function DateText({ of, width = 'long' }: Props) {
  const date = of.slice(0, 10)
  const precision = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
  return <time dateTime={date}>{formats[width][precision].format(new Date(date))}</time>
}
