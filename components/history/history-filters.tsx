'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { listMembersContract } from '@/lib/contracts/workspace'
import type { HistoryChoice, StatementGroup } from './use-history'

const LABELS: Readonly<Record<StatementGroup, string>> = {
  statement: 'Statement',
  claims: 'Claims',
  verdicts: 'Verdicts',
  rounds: 'Rounds',
  decisions: 'Decisions',
  discussion: 'Discussion',
  people: 'People',
  publishing: 'Publishing',
}

/** Those that a single claim's history can hold. */
export const CLAIM_GROUPS: readonly StatementGroup[] = [
  'claims',
  'verdicts',
  'rounds',
  'decisions',
  'discussion',
  'people',
  'publishing',
]

type Props = {
  groups: readonly StatementGroup[]
  choice: HistoryChoice
  onChoice: (choice: HistoryChoice) => void
}

/** Which lines to show, by what they are about. */
export function GroupChips({ groups, choice, onChoice }: Props) {
  return (
    <fieldset className="chips">
      <legend className="vh">Show</legend>
      <button
        type="button"
        className="chip"
        aria-pressed={choice.group === null}
        onClick={() => onChoice({ ...choice, group: null })}
      >
        All
      </button>
      {groups.map(group => (
        <button
          key={group}
          type="button"
          className="chip"
          aria-pressed={choice.group === group}
          onClick={() => onChoice({ ...choice, group })}
        >
          {LABELS[group]}
        </button>
      ))}
    </fieldset>
  )
}

/** Whose acts to show. Those cast in a sealed round are nobody's until it opens. */
export function PersonSelect({ choice, onChoice }: Pick<Props, 'choice' | 'onChoice'>) {
  const id = useId()
  const { data } = useQuery({
    queryKey: queryKeys.members,
    queryFn: ({ signal }) => callApi(listMembersContract, {}, { signal }),
  })
  return (
    <p className="history-person">
      <label htmlFor={id}>By</label>
      <select
        id={id}
        className="field"
        value={choice.memberId ?? ''}
        onChange={event => onChoice({ ...choice, memberId: event.target.value || null })}
      >
        <option value="">everyone</option>
        {(data?.items ?? []).map(member => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </select>
    </p>
  )
}
