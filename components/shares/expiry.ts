/** When a link ends, as one chooses it. */
export const EXPIRIES = [
  { key: 'never', label: 'When it is revoked', days: null },
  { key: 'week', label: 'In a week', days: 7 },
  { key: 'month', label: 'In 30 days', days: 30 },
  { key: 'quarter', label: 'In 90 days', days: 90 },
  { key: 'day', label: 'On a day…', days: null },
] as const

export type Expiry = (typeof EXPIRIES)[number]['key']

/**
 * The moment a choice means, in RFC 3339, or null for a link that does not end by itself. A day (YYYY-MM-DD) means its
 * end where the person sits. Undefined where no day is given yet.
 */
export function expiresAt(choice: Expiry, day: string, now: Date): string | null | undefined {
  if (choice === 'never') return null
  if (choice === 'day') {
    const end = new Date(`${day}T23:59:59`)
    return Number.isNaN(end.getTime()) ? undefined : end.toISOString()
  }
  const days = EXPIRIES.find(({ key }) => key === choice)?.days ?? 0
  return new Date(now.getTime() + days * 86_400_000).toISOString()
}
