'use client'

import { useSyncExternalStore } from 'react'
import { partialDateInWords } from '@/lib/domain/partial-date'

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How long ago, with the exact time on hover. The server writes the date, since it knows neither clock nor zone of the reader. */
export function RelativeTime({ at }: { at: string }) {
  const now = useSyncExternalStore(
    everyMinute,
    () => Math.floor(Date.now() / 60_000) * 60_000,
    () => null,
  )
  const exact = new Date(at)
  return (
    <time dateTime={at} title={now === null ? undefined : exact.toLocaleString('en-GB')}>
      {now === null ? dateOf(exact) : ago(exact, now)}
    </time>
  )
}

function everyMinute(notify: () => void): () => void {
  const timer = setInterval(notify, 60_000)
  return () => clearInterval(timer)
}

function dateOf(date: Date): string {
  return partialDateInWords(date.toISOString().slice(0, 10), 'short')
}

function ago(date: Date, now: number): string {
  const seconds = Math.round((date.getTime() - now) / 1000)
  if (Math.abs(seconds) > 30 * 86_400) return dateOf(date)
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  }
  return 'just now'
}
