import type { z } from 'zod'
import { COMMON_LANGUAGES } from '@/components/statements-new/languages'
import { detailsInput, type StatementDetails } from '@/components/statements-new/statement-draft'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { editStatementContract, StatementDto } from '@/lib/contracts/statements'
import { counted, inWords, plural } from '@/lib/domain/sentence-words'

type Described = Pick<
  StatementDto,
  'title' | 'claimant' | 'claimantRole' | 'appearance' | 'saidOn' | 'language' | 'direction' | 'context'
>

/** A statement's details as the form holds them. */
export function detailsOf(statement: Described): StatementDetails {
  const { title, claimant, claimantRole, appearance, saidOn, language, direction, context } = statement
  const isCommon = COMMON_LANGUAGES.some(({ tag }) => tag === language)
  return {
    title,
    claimant,
    claimantRole: claimantRole ?? '',
    appearance: appearance ?? '',
    saidOn: saidOn ?? '',
    language: isCommon ? language : 'other',
    otherLanguage: isCommon ? '' : language,
    direction,
    context: context ?? '',
  }
}

type Changes = Omit<z.input<typeof editStatementContract.input>, 'statementId' | 'version'>

/** What was changed and nothing else, so that what a colleague changed meanwhile stays. */
export function changesOf(before: StatementDetails, after: StatementDetails): Changes {
  const was: Record<string, string> = detailsInput(before)
  return Object.fromEntries(Object.entries(detailsInput(after)).filter(([field, value]) => value !== was[field]))
}

type Attributed = Pick<ClaimSummaryDto, 'claimant' | 'stage' | 'round'>

/** What another claimant does to the claims that are made in the statement's own one's name; null where there are none. */
export function claimantNotice(claims: readonly Attributed[], claimant: string): string | null {
  const theirs = claims.filter(claim => claim.claimant === null)
  const decided = theirs.filter(({ stage }) => stage === 'DECIDED').length
  if (decided > 0) {
    const them = decided === 1 ? 'it' : 'them'
    return `${counted(decided, 'claim')} ${decided === 1 ? 'has' : 'have'} been decided as said by ${claimant}. Reopen ${them} first, then change who says it.`
  }
  const open = theirs.filter(({ stage }) => stage === 'OPEN')
  if (open.length === 0) return null
  const rated = open.filter(({ round }) => round.cast > 0 || round.state === 'CLOSED').length
  const whose = `${counted(open.length, 'claim')} here ${open.length === 1 ? 'names' : 'name'} no one else, so whoever you name makes ${open.length === 1 ? 'it' : 'them'}.`
  if (rated === 0) return whose
  const [on, round] =
    rated === 1
      ? ['one of them', 'its next round starts']
      : [`${inWords(rated)} of them`, `their next ${plural(rated, 'round')} start`]
  return `${whose} Verdicts have been cast on ${open.length === 1 ? 'it' : on}: they will no longer count, and ${round}.`
}
