import { writeXml } from '@/lib/adapters/xml'
import { exportTeiContract } from '@/lib/contracts/annotations'
import { atOneMoment } from '@/lib/db/one-moment'
import { fileName } from '@/lib/domain/file-name'
import { teiStandoff } from '@/lib/domain/tei-standoff'
import { defineQuery } from '../define'
import { memberTextAddress } from './annotation-set'
import { readWholeExport } from './read-export'

/** A statement's text with its claims beside it, as TEI. */
export const exportTei = defineQuery({
  contract: exportTeiContract,
  action: 'claim.list',
  async run({ db, actor, input: { statementId } }) {
    const { head, claims } = await atOneMoment(db, tx => readWholeExport(tx, actor, statementId))
    const tei = teiStandoff(
      {
        ...head,
        retrievedAt: head.retrievedAt.toISOString(),
        textAddress: memberTextAddress(statementId, head.versionNumber),
      },
      claims,
    )
    return { name: fileName(head.title, 'tei.xml'), content: writeXml(tei) }
  },
})
