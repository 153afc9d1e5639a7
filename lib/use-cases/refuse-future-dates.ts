import { isStillToCome } from '@/lib/domain/partial-date'
import { refuseProblems } from './refuse-problems'

/**
 * Throws invalid-input, naming each field whose partial date lies wholly after `at`, the database's clock. What was said,
 * has appeared or was looked at, is past.
 */
export function refuseFutureDates(dates: Readonly<Record<string, string | null | undefined>>, at: Date): void {
  refuseProblems(
    Object.entries(dates).flatMap(([path, date]) =>
      date && isStillToCome(date, at)
        ? [{ path, message: 'This date is still to come. Check the year and the day.' }]
        : [],
    ),
  )
}
