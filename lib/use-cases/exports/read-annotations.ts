import { readAnnotationsContract } from '@/lib/contracts/annotations'
import { atOneMoment } from '@/lib/db/one-moment'
import { annotationPage, pageCount } from '@/lib/domain/annotation-pages'
import { ANNOTATIONS_PER_PAGE, webAnnotation } from '@/lib/domain/web-annotation'
import { notFound } from '@/lib/platform/app-error'
import { defineQuery } from '../define'
import { memberSet, memberTextAddress } from './annotation-set'
import { readExportHead, readExportPage } from './read-export'

/** A page of a statement's claims as W3C Web Annotations. */
export const readAnnotations = defineQuery({
  contract: readAnnotationsContract,
  action: 'claim.list',
  run: ({ db, actor, input: { statementId, page } }) =>
    atOneMoment(db, async tx => {
      const head = await readExportHead(tx, actor, statementId)
      const { total, claims } = await readExportPage(tx, actor, statementId, { page, perPage: ANNOTATIONS_PER_PAGE })
      if (page > pageCount(total)) throw notFound('page')
      const address = (versionNumber: number) => memberTextAddress(statementId, versionNumber)
      return annotationPage(
        memberSet(statementId, head, total),
        page,
        claims.map(claim => webAnnotation(claim, address)),
      )
    }),
})
