import { sha256Hex } from '@/lib/domain/hash'
import { importText } from '@/lib/domain/import-text'
import { invalidInput } from '../invalid-input'

/** The text that a request brings in, made canonical, with its document and its hash. Throws invalid-input. */
export function canonicalText(raw: string) {
  const imported = importText(raw)
  if (!imported.ok) throw invalidInput('text', imported.problem.message)
  const { text, document, wordCount } = imported
  return { text, document, wordCount, sha256: sha256Hex(text) }
}

/** Clocks differ a little. */
const AHEAD_MS = 5 * 60_000

/** When a text was retrieved, as the request says, or now. Throws invalid-input where that is still to come. */
export function retrievalMoment(retrievedAt: string | undefined, now: Date): Date {
  const moment = retrievedAt ? new Date(retrievedAt) : now
  if (moment.getTime() > now.getTime() + AHEAD_MS) throw invalidInput('retrievedAt', 'This moment is still to come.')
  return moment
}
