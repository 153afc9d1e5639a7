import type { z } from 'zod'
import { importClaimsContract } from '@/lib/contracts/imports'
import { readCurrentText } from '@/lib/db/claim-revisions'
import { readKnownClaims } from '@/lib/db/import-claims'
import { addressKey } from '@/lib/domain/foreign-annotations-json'
import type { Problem } from '@/lib/domain/problem'
import type { SpanSelector } from '@/lib/domain/selectors'
import { AppError } from '@/lib/platform/app-error'
import { beginClaims } from '../claims/begin-claims'
import { checkTextVersion } from '../claims/check-text-version'
import { resolveTargets } from '../claims/resolve-targets'
import { defineCommand } from '../define'
import { refuseProblems } from '../refuse-problems'
import { type Duplicates, duplicatesAmong } from './duplicates'

type Item = z.output<typeof importClaimsContract.input>['items'][number]

/** Makes claims of another tool's annotations, all or none, each as if it had been highlighted by hand, and keeps where it came from. */
export const importClaims = defineCommand({
  contract: importClaimsContract,
  action: 'claim.create',
  lock: 'statement',
  load: (tx, actor, { statementId }) => readCurrentText(tx, actor, statementId),
  async run({ tx, actor, input: { statementId, versionNumber, items }, resource: current, at }) {
    checkTextVersion(current, versionNumber)
    const duplicates = duplicatesAmong(await readKnownClaims(tx, actor, statementId))
    const resolved = items.map((item, index) => resolvedOf(current.text, item, `items.${index}`))
    refuseProblems([...resolved.flatMap(({ problems }) => problems), ...repeated(items, duplicates)])
    const wordings = items.map(({ claimReviewed, claimant, importedFrom }, index) => ({
      claimReviewed,
      claimant,
      saidOn: null,
      importedFrom,
      targets: resolved[index]?.targets ?? [],
    }))
    const { ids, events } = await beginClaims(tx, actor, current, wordings, at)
    return { value: ids, events }
  },
  present: async (_tx, _actor, ids, { items }) => ({
    items: items.map(({ claimReviewed }, index) => ({ claimId: ids[index] ?? '', claimReviewed })),
  }),
})

function resolvedOf(text: string, item: Item, path: string): { targets: SpanSelector[]; problems: readonly Problem[] } {
  try {
    return { targets: resolveTargets(text, item.targets), problems: [] }
  } catch (error) {
    if (!(error instanceof AppError) || !error.details.errors) throw error
    return {
      targets: [],
      problems: error.details.errors.map(({ path: field, message }) => ({ path: `${path}.${field}`, message })),
    }
  }
}

/** Two people may import one file at the same time: an annotation becomes one claim. */
function repeated(items: readonly Item[], duplicates: Duplicates): Problem[] {
  const seen = new Map<string, number>()
  return items.flatMap(({ importedFrom }, index) => {
    if (importedFrom === null) return []
    const path = `items.${index}.importedFrom`
    const before = duplicates.importedFrom(importedFrom)
    if (before) return [{ path, message: `This was imported before, as “${before.claimReviewed}”. Leave it out.` }]
    const key = addressKey(importedFrom)
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, index)
      return []
    }
    return [{ path, message: `This is the same annotation as number ${first + 1}. Leave one of them out.` }]
  })
}
