import { exportClaimsTableContract } from '@/lib/contracts/annotations'
import { fileReply } from '@/lib/server/exported-reply'
import { route } from '@/lib/server/route'
import { exportClaimsTable } from '@/lib/use-cases/exports/export-claims-table'

export const GET = route(exportClaimsTable, {
  respond: (reply, request) =>
    fileReply(exportClaimsTableContract.output.parse(reply), 'text/csv; charset=utf-8; header=present', request),
})
