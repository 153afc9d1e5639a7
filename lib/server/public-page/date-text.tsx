import { partialDateInWords } from '@/lib/domain/partial-date'

type Props = {
  /** YYYY, YYYY-MM, YYYY-MM-DD or a timestamp, of which the day in UTC is shown. */
  of: string
  width?: 'long' | 'short'
}

/** A date as precise as it is known: "2022", "January 2022", "5 January 2022". */
export function DateText({ of, width = 'long' }: Props) {
  const date = of.slice(0, 10)
  return <time dateTime={date}>{partialDateInWords(date, width)}</time>
}
