import { describe, expect, it } from 'vitest'
import type { HistoryLineDto } from '@/lib/contracts/history'
import { endOfDay, historyDays, localDay, utcDay } from './history-days'

const line = (seq: number, at: string) => ({ seq, at }) as HistoryLineDto // nothing else is read

describe('historyDays', () => {
  it('puts what follows on one day together, in the order given', () => {
    const lines = [
      line(3, '2026-03-02T00:00:00.000Z'),
      line(2, '2026-03-01T23:59:59.999Z'),
      line(1, '2026-03-01T00:00:00.000Z'),
    ]
    expect(historyDays(lines, utcDay).map(({ day, lines: own }) => [day, own.map(({ seq }) => seq)])).toEqual([
      ['2026-03-02', [3]],
      ['2026-03-01', [2, 1]],
    ])
    expect(historyDays([], utcDay)).toEqual([])
  })
})

describe('endOfDay', () => {
  const now = new Date(2026, 2, 2, 12).getTime()

  it('is the last moment of a day that has passed, where the reader is', () => {
    expect(endOfDay('2026-03-01', now)).toBe(new Date(2026, 2, 1, 23, 59, 59, 999).toISOString())
  })

  it('is now for today, so that it is not still to come', () => {
    expect(localDay(now)).toBe('2026-03-02')
    expect(endOfDay('2026-03-02', now)).toBe(new Date(now).toISOString())
  })

  it.each(['', '2026-3-1', '2026-02-30', 'yesterday'])('is none for %j', day => {
    expect(endOfDay(day, now)).toBeNull()
  })
})
