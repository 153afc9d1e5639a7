import { type ImportItemDto, previewImportContract } from '@/lib/contracts/imports'
import { readCurrentText } from '@/lib/db/claim-revisions'
import { readSeq } from '@/lib/db/events-read'
import { readKnownClaims } from '@/lib/db/import-claims'
import { atOneMoment } from '@/lib/db/one-moment'
import type { ForeignItem } from '@/lib/domain/foreign-annotation'
import { readForeignAnnotations } from '@/lib/domain/foreign-annotations'
import { shortened } from '@/lib/domain/foreign-annotations-text'
import { takingTurns } from '@/lib/platform/taking-turns'
import { defineQuery } from '../define'
import { invalidInput } from '../invalid-input'
import { type Duplicates, duplicatesAmong } from './duplicates'
import { passagePlacer } from './place-passages'

/** A claim's sentence is no longer than this. */
const MAX_SENTENCE = 500

/** Where the annotations of another tool stand in a statement's current text, and what claims they would make. Stores nothing. */
export const previewImport = defineQuery({
  contract: previewImportContract,
  action: 'claim.create',
  async run({ db, actor, input: { statementId, content, format } }) {
    const { current, known } = await atOneMoment(db, async tx => {
      await readSeq(tx, actor, statementId) // Says so where there is no such statement.
      return {
        current: await readCurrentText(tx, actor, statementId),
        known: await readKnownClaims(tx, actor, statementId),
      }
    })
    const { text, versionNumber } = current
    const read = readForeignAnnotations(content, format)
    if (!read.ok) throw invalidInput('content', read.problem)

    const address = `/api/v1/statements/${statementId}/versions/${versionNumber}/text`
    const isItsAddress = (source: string) => URL.canParse(source) && new URL(source).pathname === address
    const placePassage = passagePlacer({ text, isItsAddress })
    const duplicates = duplicatesAmong(known)
    const items: ImportItemDto[] = []
    const othersToo = takingTurns()
    for (const item of read.items) {
      items.push(previewed(item, placePassage, duplicates))
      await othersToo()
    }
    const countOf = (state: ImportItemDto['state']) => items.filter(item => item.state === state).length
    return {
      format: read.format,
      versionNumber,
      items,
      counts: {
        anchored: countOf('ANCHORED'),
        needsPerson: countOf('NEEDS_PERSON'),
        refused: countOf('REFUSED'),
      },
    }
  },
})

function previewed(
  item: ForeignItem,
  placePassage: ReturnType<typeof passagePlacer>,
  duplicates: Duplicates,
): ImportItemDto {
  const { index, label, id: importedFrom } = item
  const named = { index, label, importedFrom }
  if (item.kind === 'refused') {
    return { ...named, claimReviewed: '', state: 'REFUSED', reason: item.reason, passages: [], duplicateOf: null }
  }
  const passages = item.passages.map(placePassage)
  const usable = passages.filter(({ state }) => state !== 'REFUSED')
  const isCertain = passages.every(({ state }) => state === 'ANCHORED')
  return {
    ...named,
    claimReviewed: shortened(item.comment, MAX_SENTENCE),
    state: usable.length === 0 ? 'REFUSED' : isCertain ? 'ANCHORED' : 'NEEDS_PERSON',
    reason: usable.length === 0 ? (passages[0]?.reason ?? null) : null,
    passages,
    duplicateOf: duplicateOf(importedFrom, isCertain ? passages : [], duplicates),
  }
}

function duplicateOf(
  importedFrom: string | null,
  passages: ImportItemDto['passages'],
  duplicates: Duplicates,
): ImportItemDto['duplicateOf'] {
  const before = importedFrom === null ? null : duplicates.importedFrom(importedFrom)
  if (before) return { claimId: before.claimId, claimReviewed: before.claimReviewed, because: 'IMPORTED' }
  const spans = passages.flatMap(({ place }) => (place ? [place] : []))
  const same = spans.length === 0 ? null : duplicates.highlighting(spans)
  return same && { claimId: same.claimId, claimReviewed: same.claimReviewed, because: 'SAME_PASSAGES' }
}
