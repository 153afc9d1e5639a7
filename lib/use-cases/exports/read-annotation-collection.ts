import { readAnnotationCollectionContract } from '@/lib/contracts/annotations'
import { countExported } from '@/lib/db/export-claims'
import { atOneMoment } from '@/lib/db/one-moment'
import { annotationCollection } from '@/lib/domain/annotation-pages'
import { ANNOTATION_CONTEXT } from '@/lib/domain/web-annotation'
import { defineQuery } from '../define'
import { memberSet } from './annotation-set'
import { readExportHead } from './read-export'

/** The collection that a statement's pages of annotations are part of. */
export const readAnnotationCollection = defineQuery({
  contract: readAnnotationCollectionContract,
  action: 'claim.list',
  run: ({ db, actor, input: { statementId } }) =>
    atOneMoment(db, async tx => {
      const head = await readExportHead(tx, actor, statementId)
      const total = await countExported(tx, actor, statementId)
      return {
        '@context': ANNOTATION_CONTEXT,
        ...annotationCollection(memberSet(statementId, head, total)),
      }
    }),
})
