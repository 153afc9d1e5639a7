import { isStillToCome, partialDateInWords } from '@/lib/domain/partial-date'
import type { Problem } from '@/lib/domain/problem'
import type { ContactChannel, ContactResult } from '@/lib/domain/vocabulary'

/** How long the texts of a contact may be, in UTF-16 code units. */
export const MAX_ASKED_LENGTH = 300
export const MAX_NOTE_LENGTH = 2_000
export const MAX_REPLY_LENGTH = 4_000

/** As in "asked by e-mail". */
export const CHANNEL_WORDS: Readonly<Record<ContactChannel, string>> = {
  EMAIL: 'by e-mail',
  PHONE: 'by telephone',
  LETTER: 'by letter',
  FORM: 'by a form on their site',
  SOCIAL_MEDIA: 'on social media',
  IN_PERSON: 'in person',
  OTHER: 'in another way',
}

/** As choices, from the commonest. */
export const RESULT_WORDS: Readonly<Record<ContactResult, string>> = {
  REPLIED: 'Replied',
  NO_REPLY: 'No reply',
  DECLINED: 'Declined to comment',
  UNDELIVERABLE: 'Could not be reached',
  RECORDED_IN_ERROR: 'This entry was recorded in error',
}

const WITH_WORDS: readonly ContactResult[] = ['REPLIED', 'DECLINED']

/** Whether a result can carry the claimant's words and where they can be read. */
export function carriesWords(result: ContactResult): boolean {
  return WITH_WORDS.includes(result)
}

/** A question to a claimant and what came of it, as far as its words depend on it. Days are YYYY-MM-DD. */
export interface Contact {
  readonly askedOn: string
  readonly deadlineOn: string | null
  readonly channel: ContactChannel
  /** What came of it; null while nothing has. */
  readonly result: ContactResult | null
  /** The day it came of it. */
  readonly on: string | null
}

const STILL_TO_COME = 'This day is still to come. Record it once it has happened.'

/** What is wrong with a question as it is recorded at a moment; empty when nothing is. */
export function requestProblems({ askedOn, deadlineOn }: Pick<Contact, 'askedOn' | 'deadlineOn'>, at: Date): Problem[] {
  return [
    ...(isStillToCome(askedOn, at) ? [{ path: 'askedOn', message: STILL_TO_COME }] : []),
    ...(deadlineOn !== null && deadlineOn < askedOn
      ? [{ path: 'deadlineOn', message: 'The answer cannot be due before the question was asked.' }]
      : []),
  ]
}

export interface Outcome {
  readonly result: ContactResult
  readonly on: string
  readonly reply: string | null
  readonly hasSource: boolean
}

/** What is wrong with an outcome of a question asked on a day, as it is recorded at a moment; empty when nothing is. */
export function outcomeProblems({ result, on, reply, hasSource }: Outcome, askedOn: string, at: Date): Problem[] {
  const problems: Problem[] = []
  if (isStillToCome(on, at)) problems.push({ path: 'on', message: STILL_TO_COME })
  if (on < askedOn) problems.push({ path: 'on', message: `This is before they were asked, on ${day(askedOn)}.` })
  if (result === 'REPLIED' && reply === null) {
    problems.push({ path: 'reply', message: 'Say what they replied, word for word or in short.' })
  }
  if (carriesWords(result)) return problems
  const misplaced = 'Words go with a reply, or with a refusal to comment.'
  if (reply !== null) problems.push({ path: 'reply', message: misplaced })
  if (hasSource) problems.push({ path: 'source', message: misplaced })
  return problems
}

/** Whether an answer was due before this day (YYYY-MM-DD) and none is recorded. */
export function isOverdue({ result, deadlineOn }: Pick<Contact, 'result' | 'deadlineOn'>, today: string): boolean {
  return result === null && deadlineOn !== null && deadlineOn < today
}

/** When the claimant was asked and what came of it, for members and readers alike: "Asked on 2 November 2026 by e-mail; no reply." */
export function contactSentence(contact: Contact, today: string): string {
  return `Asked on ${day(contact.askedOn)} ${CHANNEL_WORDS[contact.channel]}; ${sequel(contact, today)}.`
}

function sequel(contact: Contact, today: string): string {
  const { result, on, deadlineOn } = contact
  switch (result) {
    case 'REPLIED':
      return `replied on ${day(on ?? '')}`
    case 'NO_REPLY':
      return 'no reply'
    case 'DECLINED':
      return 'declined to comment'
    case 'UNDELIVERABLE':
      return 'could not be reached'
    case 'RECORDED_IN_ERROR':
      return 'recorded in error'
    case null:
      if (deadlineOn === null) return 'no reply yet'
      return isOverdue(contact, today) ? `no reply by ${day(deadlineOn)}` : `answer awaited by ${day(deadlineOn)}`
  }
}

function day(date: string): string {
  return partialDateInWords(date)
}
