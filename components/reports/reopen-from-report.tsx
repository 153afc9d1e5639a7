'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { ReopenDialog } from '@/components/decisions/reopen-dialog'
import { Dialog } from '@/components/ui/dialog'
import { readClaimContract } from '@/lib/contracts/claims'
import type { ErrorReportDto } from '@/lib/contracts/reports'
import { graphemeStart } from '@/lib/domain/graphemes'
import { plain } from '@/lib/domain/hidden-characters'

type Props = { report: ErrorReportDto; claimId: string; onClose: () => void }

/** What a reason holds at most. */
const MAX_REASON = 1_000

/** Taking up the claim that a report is about, with the report as the reason to begin with. */
export function ReopenFromReport({ report, claimId, onClose }: Props) {
  const { data: claim, error } = useQuery({
    queryKey: queryKeys.claim(claimId),
    queryFn: ({ signal }) => callApi(readClaimContract, { claimId }, { signal }),
  })
  if (claim?.may.reopen.allowed) {
    const reason = `A reader reported: “${plain(report.text)}”`
    return (
      <ReopenDialog
        claim={claim}
        reason={
          reason.length > MAX_REASON ? `${reason.slice(0, graphemeStart(reason, MAX_REASON - 2)).trimEnd()}…”` : reason
        }
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog title="Reopen this claim?" onClose={onClose}>
      <div className="dialog-body">
        <p aria-busy={!claim && !error}>{claim?.may.reopen.reason ?? error?.message ?? 'One moment…'}</p>
      </div>
    </Dialog>
  )
}
