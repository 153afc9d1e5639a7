'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { Dialog } from '@/components/ui/dialog'
import { readAssignmentsContract } from '@/lib/contracts/assignments'
import { AssignForm } from './assign-form'

type Props = { statementId: string; onClose: () => void }

/** Who rates the claims of a statement: chosen once for all of them, with what that will do before it is done. */
export function AssignDialog({ statementId, onClose }: Props) {
  const { data, error } = useQuery({
    queryKey: ['statement', statementId, 'assignment'],
    queryFn: ({ signal }) => callApi(readAssignmentsContract, { statementId }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Dialog
      title="Assign reviewers"
      hint="For all claims whose round is open. A round waits for everyone who is asked, trainees apart."
      onClose={onClose}
    >
      {data ? (
        <AssignForm statementId={statementId} data={data} onClose={onClose} />
      ) : (
        <div className="dialog-body">
          {error ? <ProblemNotice error={error} /> : <p className="skeleton" aria-busy="true" />}
        </div>
      )}
    </Dialog>
  )
}
