import { exportTeiContract } from '@/lib/contracts/annotations'
import { fileReply } from '@/lib/server/exported-reply'
import { route } from '@/lib/server/route'
import { exportTei } from '@/lib/use-cases/exports/export-tei'

export const GET = route(exportTei, {
  respond: (reply, request) =>
    fileReply(exportTeiContract.output.parse(reply), 'application/tei+xml; charset=utf-8', request),
})
