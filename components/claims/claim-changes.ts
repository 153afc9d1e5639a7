import type { ClaimDto } from '@/lib/contracts/claims'
import { counted, inWords } from '@/lib/domain/sentence-words'

/** The part of a claim whose change a person who is about to act on it must hear of. */
export type WatchedClaim = Pick<
  ClaimDto,
  'claimReviewed' | 'claimant' | 'targets' | 'stage' | 'round' | 'recused' | 'decisions'
>

/** What is different between a claim as it was read and as it stands now, each as half a sentence; empty where nothing that counts is. */
export function claimChanges(before: WatchedClaim, after: WatchedClaim): string[] {
  const changes: string[] = []
  if (after.stage !== before.stage) changes.push(STAGE_CHANGES[after.stage])
  if (after.claimReviewed !== before.claimReviewed) changes.push(`its sentence now reads “${after.claimReviewed}”`)
  if (quotesOf(after) !== quotesOf(before)) changes.push('its passages changed')
  if (after.claimant !== before.claimant) {
    changes.push(after.claimant ? `it is now attributed to ${after.claimant}` : 'it is no longer attributed by itself')
  }
  changes.push(...roundChanges(before.round, after.round))
  if (after.round.quorum !== before.round.quorum) changes.push(`it now needs ${inWords(after.round.quorum)} verdicts`)
  if (after.recused.length > before.recused.length) changes.push('a reviewer stood back')
  if (after.decisions.length > before.decisions.length && after.decisions.at(-1)?.action === 'RETURN') {
    changes.push('it was returned')
  }
  return changes
}

/** The changes as the sentence that asks to look again. */
export function changeNotice(before: WatchedClaim, after: WatchedClaim, doing: 'reading' | 'writing'): string {
  const changes = claimChanges(before, after)
  const what = changes.length > 0 ? changes.join(', ') : 'what a decision would rest on is not the same'
  return `This claim changed while you were ${doing}: ${what}.`
}

const STAGE_CHANGES: Readonly<Record<ClaimDto['stage'], string>> = {
  OPEN: 'it was taken up again',
  DECIDED: 'it has been decided',
  WITHDRAWN: 'it was withdrawn',
  MERGED: 'it was merged into another claim',
}

function roundChanges(before: ClaimDto['round'], after: ClaimDto['round']): string[] {
  if (after.number !== before.number) return [`round ${after.number} has started`]
  const changes: string[] = []
  const more = after.cast - before.cast
  if (more > 0) changes.push(more === 1 ? 'one verdict is new' : `${counted(more, 'verdict')} are new`)
  if (more < 0) changes.push(more === -1 ? 'one verdict was withdrawn' : `${counted(-more, 'verdict')} were withdrawn`)
  if (after.state !== before.state) changes.push(`round ${after.number} has closed`)
  return changes
}

function quotesOf({ targets }: WatchedClaim): string {
  return JSON.stringify(targets.map(({ exact }) => exact))
}
