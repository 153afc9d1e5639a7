'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { listMembersContract, type MemberDto } from '@/lib/contracts/workspace'
import { MemberRow } from './member-row'
import { useMay } from './use-may'

/** Everyone at the desk, with what administrators may do about each, and who has left. */
export function MemberList({ members: first }: { members: readonly MemberDto[] }) {
  const hintId = useId()
  const mayEdit = useMay('member.edit')
  const { data: members } = useQuery({
    queryKey: queryKeys.members,
    queryFn: async ({ signal }) => (await callApi(listMembersContract, {}, { signal })).items,
    initialData: [...first],
  })
  const present = members.filter(member => member.removedAt === null)
  const gone = members.filter(member => member.removedAt !== null)
  return (
    <section aria-labelledby="members-name">
      <h2 id="members-name">Members</h2>
      {mayEdit || present.some(({ isTrainee }) => isTrainee) ? (
        <p className="quiet" id={hintId}>
          A trainee casts and sees like any reviewer. Their verdicts open with the others, marked, and are never
          counted; no round waits for them.
        </p>
      ) : null}
      <ul className="rows">
        {present.map(member => (
          <MemberRow key={member.id} member={member} mayEdit={mayEdit} traineeHintId={hintId} />
        ))}
      </ul>
      {gone.length > 0 ? (
        <>
          <h3>No longer here</h3>
          <ul className="rows">
            {gone.map(member => (
              <MemberRow key={member.id} member={member} mayEdit={mayEdit} traineeHintId={hintId} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
