import { listRepairsContract, type PassageDto, type RepairDto } from '@/lib/contracts/versions'
import { claimFacts } from '@/lib/db/claim-facts'
import { type ClaimRecord, findClaims } from '@/lib/db/claim-record'
import { readCurrentText } from '@/lib/db/claim-revisions'
import { type SummaryView, summarize } from '@/lib/db/claim-summary'
import type { Tx } from '@/lib/db/client'
import { atOneMoment } from '@/lib/db/one-moment'
import { listVersionsOf, readVersionTexts } from '@/lib/db/statement-versions'
import { findStatement } from '@/lib/db/statements'
import { readUnanchored, type UnanchoredTarget } from '@/lib/db/target-mapping'
import type { Actor } from '@/lib/domain/actor'
import type { TextRange } from '@/lib/domain/graphemes'
import { meaningChanges } from '@/lib/domain/meaning-changes'
import { can } from '@/lib/domain/policy'
import { type QuoteIndex, quoteIndex } from '@/lib/domain/quote-index'
import { describeSpan } from '@/lib/domain/selectors'
import { sentenceAt } from '@/lib/domain/sentences'
import { notFound } from '@/lib/platform/app-error'
import { takingTurns } from '@/lib/platform/taking-turns'
import { defineQuery } from '../define'
import { permissionDto } from '../permission'

/** As many as a person goes through in a sitting: what each is compared with is looked for in the whole text. */
const MOST_LISTED = 200

/** The passages of open and decided claims that the current text changed or lost, in text order. */
export const listRepairs = defineQuery({
  contract: listRepairsContract,
  action: 'version.list',
  run: ({ db, actor, input }) => atOneMoment(db, tx => readRepairs(tx, actor, input.statementId)),
})

async function readRepairs(tx: Tx, actor: Actor, statementId: string) {
  const statement = await findStatement(tx, actor.workspaceId, statementId)
  if (!statement) throw notFound('statement')
  const versionNumber = statement.currentVersion
  const [version] = await listVersionsOf(tx, actor, statementId, versionNumber)
  const all = await readUnanchored(tx, actor, { statementId })
  const waiting = all.slice(0, MOST_LISTED)
  const around = await readAround(tx, actor, statementId, waiting, statement.details.language)
  const items: RepairDto[] = []
  const othersToo = takingTurns()
  for (const target of waiting) {
    const repair = repairOf(target, around, actor)
    if (repair) items.push(repair)
    await othersToo()
  }
  return {
    versionNumber,
    anchors: version?.anchors ?? { anchored: 0, changed: 0, orphaned: 0 },
    items,
    total: all.length,
  }
}

type Around = {
  language: string
  /** By version. */
  texts: ReadonlyMap<number, string>
  current: QuoteIndex
  records: ReadonlyMap<string, ClaimRecord>
  summaries: ReadonlyMap<string, SummaryView>
}

async function readAround(
  tx: Tx,
  actor: Actor,
  statementId: string,
  waiting: readonly UnanchoredTarget[],
  language: string,
): Promise<Around> {
  const { text, versionNumber } = await readCurrentText(tx, actor, statementId)
  const earlier = waiting.map(({ anchoredIn }) => anchoredIn)
  const texts =
    earlier.length === 0 ? new Map<number, string>() : await readVersionTexts(tx, actor, statementId, earlier)
  const records = await findClaims(tx, actor, [...new Set(waiting.map(({ claimId }) => claimId))])
  const summaries = await summarize(tx, actor, records)
  return {
    language,
    texts: texts.set(versionNumber, text),
    current: quoteIndex(text),
    records: new Map(records.map(record => [record.id, record])),
    summaries: new Map(summaries.map(summary => [summary.id, summary])),
  }
}

function repairOf(target: UnanchoredTarget, around: Around, actor: Actor): RepairDto | null {
  const { targetId, claimId, state, anchoredIn, versionNumber } = target
  const record = around.records.get(claimId)
  const claim = around.summaries.get(claimId)
  const before = around.texts.get(anchoredIn)
  const text = around.texts.get(versionNumber)
  if (!record || !claim || before === undefined || text === undefined) return null
  const was = {
    versionNumber: anchoredIn,
    exact: target.wasExact,
    prefix: target.wasPrefix,
    suffix: target.wasSuffix,
    start: target.wasStart,
    end: target.wasEnd,
  }
  const now = state === 'CHANGED' ? passageIn(text, versionNumber, target) : null
  const wasSentence = sentencesAround(before, was, around.language)
  const nowSentence = now && sentencesAround(text, now, around.language)
  return {
    targetId,
    claim: {
      id: claimId,
      claimReviewed: claim.claimReviewed,
      stage: claim.stage,
      status: claim.status,
      rating: claim.rating,
      version: claim.version,
      targets: claim.targets.length,
    },
    state,
    was,
    wasSentence,
    now,
    nowSentence,
    differences: nowSentence ? [...meaningChanges(wasSentence.text, nowSentence.text, around.language)] : [],
    suggestions: around.current
      .suggest(was)
      .filter(({ start, end }) => start !== now?.start || end !== now.end)
      .map(range => passageIn(text, versionNumber, range)),
    may: permissionsOn(record, actor),
  }
}

function passageIn(text: string, versionNumber: number, { start, end }: TextRange): PassageDto {
  return { versionNumber, ...describeSpan(text, start, end) }
}

/** From the beginning of the sentence in which the words begin to the end of the one in which they end. */
function sentencesAround(text: string, { start, end }: TextRange, language: string): TextRange & { text: string } {
  const from = Math.min(start, sentenceAt(text, start, language)?.start ?? start)
  const to = Math.max(end, sentenceAt(text, Math.max(start, end - 1), language)?.end ?? end)
  return { start: from, end: to, text: text.slice(from, to) }
}

function permissionsOn(record: ClaimRecord, actor: Actor): RepairDto['may'] {
  const facts = claimFacts(record, actor)
  return {
    repair: permissionDto(can(actor, 'claim.repair', facts)),
    edit: permissionDto(can(actor, 'claim.edit', facts)),
    reopen: permissionDto(can(actor, 'claim.reopen', facts)),
    withdraw: permissionDto(can(actor, 'claim.withdraw', facts)),
  }
}
