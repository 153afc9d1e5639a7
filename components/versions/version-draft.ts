import { ApiProblem } from '@/components/api/call'
import { checkInput } from '@/components/api/check-input'
import { createVersionContract } from '@/lib/contracts/versions'
import { importText } from '@/lib/domain/import-text'
import { completeAddress } from '@/lib/domain/web-address'

/** What the form holds besides the text itself, as it is typed. */
export type VersionDetails = {
  retrievedFrom: string
  /** A day, YYYY-MM-DD; empty for today. */
  retrievedOn: string
  note: string
}

export const NO_DETAILS: VersionDetails = { retrievedFrom: '', retrievedOn: '', note: '' }

/** The details as they are sent: the address with its scheme, the day as its first moment in UTC. */
export function versionInput({ retrievedFrom, retrievedOn, note }: VersionDetails) {
  return {
    retrievedFrom: completeAddress(retrievedFrom),
    ...(retrievedOn ? { retrievedAt: `${retrievedOn}T00:00:00Z` } : {}),
    note,
  }
}

/** What keeps this from being added, named by field; null when nothing does. `current` is the text that stands. */
export function versionProblem(
  statementId: string,
  details: VersionDetails,
  text: string,
  current: string,
): ApiProblem | null {
  const imported = importText(text)
  const message = imported.ok
    ? imported.text === current
      ? 'This is the current text, character for character. There is nothing to add.'
      : null
    : imported.problem.message
  const input = { statementId, basedOn: 1, text, ...versionInput(details) }
  const others = checkInput(createVersionContract, input)?.errors.filter(({ path }) => path !== 'text') ?? []
  const errors = [...(message ? [{ path: 'text', message }] : []), ...others]
  const [first] = errors
  return first ? new ApiProblem(422, 'invalid-input', first.message, errors) : null
}
