import { writeCsv } from '@/lib/adapters/csv'
import { exportClaimsTableContract } from '@/lib/contracts/annotations'
import { atOneMoment } from '@/lib/db/one-moment'
import { claimTable } from '@/lib/domain/claim-table'
import { fileName } from '@/lib/domain/file-name'
import { defineQuery } from '../define'
import { readWholeExport } from './read-export'

/** A statement's claims as a table for spreadsheets. */
export const exportClaimsTable = defineQuery({
  contract: exportClaimsTableContract,
  action: 'claim.list',
  async run({ db, actor, input: { statementId } }) {
    const { head, claims } = await atOneMoment(db, tx => readWholeExport(tx, actor, statementId))
    return { name: fileName(head.title, 'claims.csv'), content: writeCsv(claimTable(head, claims)) }
  },
})
