'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { listReportsContract } from '@/lib/contracts/reports'
import { isReportOpen } from '@/lib/domain/error-report'
import { ReportText } from './report-text'
import './reports.css'

type Props = {
  statementId: string
  /** Null for the statement as a whole, when every open report is offered. */
  claimId: string | null
  chosen: readonly string[]
  onChange: (reportIds: string[]) => void
}

/** Which open reports a correction answers: their readers are told in its words. Nothing where there are none. */
export function ReportChoice({ statementId, claimId, chosen, onChange }: Props) {
  const { data } = useQuery({
    queryKey: [...queryKeys.reports, statementId],
    queryFn: ({ signal }) => callApi(listReportsContract, { statementId, limit: 200 }, { signal }),
  })
  const reports = (data?.items ?? []).filter(
    ({ id, state, claim }) =>
      (isReportOpen(state) && (claimId === null || claim?.id === claimId)) || chosen.includes(id),
  )
  if (reports.length === 0) return null
  return (
    <fieldset className="report-choice">
      <legend className="label">Answers these readers’ reports</legend>
      {reports.map(({ id, text }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={event => onChange(event.target.checked ? [...chosen, id] : chosen.filter(one => one !== id))}
          />
          <ReportText of={text} />
        </label>
      ))}
      <p className="hint">They find what changed and why at the address of their receipt.</p>
    </fieldset>
  )
}
