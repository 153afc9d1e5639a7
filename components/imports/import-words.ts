import type { ImportPreviewDto } from '@/lib/contracts/imports'
import type { StatementDto } from '@/lib/contracts/statements'

/** What the screens of an import need to know of the statement. */
export type ImportStatement = Pick<StatementDto, 'id' | 'title' | 'language' | 'direction'>

/** What was found, in one sentence. */
export function countsInWords({ counts, items }: ImportPreviewDto): string {
  const { anchored, needsPerson, refused } = counts
  const of = items.length === 1 ? '1 annotation' : `${items.length} annotations`
  return `${of}: ${anchored} found for certain, ${needsPerson} for you to place, ${refused} that cannot be imported.`
}
