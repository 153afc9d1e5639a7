import type { HistoryLineDto } from '@/lib/contracts/history'

export type HistoryDay = { day: string; lines: HistoryLineDto[] }

/** The lines by the day they happened on, in the order given. `dayOf` says which day a moment falls on, for the reader. */
export function historyDays(lines: readonly HistoryLineDto[], dayOf: (at: string) => string): HistoryDay[] {
  const days: HistoryDay[] = []
  for (const line of lines) {
    const day = dayOf(line.at)
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}

/** YYYY-MM-DD of a moment in UTC, which the server knows. */
export function utcDay(at: string): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** YYYY-MM-DD of a moment where the reader is. */
export function localDay(at: string | number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The last moment of a day where the reader is, or now where that is still to come; null for what is no day. */
export function endOfDay(day: string, now: number): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!parts) return null
  const [year = 0, month = 0, date = 0] = parts.slice(1).map(Number)
  const end = new Date(year, month - 1, date, 23, 59, 59, 999)
  if (end.getMonth() !== month - 1) return null
  const isToday = localDay(now) === day
  return new Date(isToday ? Math.min(end.getTime(), now) : end.getTime()).toISOString()
}
