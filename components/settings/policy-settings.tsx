'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { RelativeTime } from '@/components/ui/relative-time'
import { listPoliciesContract } from '@/lib/contracts/policies'
import { listMembersContract, type MemberDto } from '@/lib/contracts/workspace'
import { peopleOf, shortfallOf } from '@/lib/domain/decider'
import { ruleSentence } from '@/lib/domain/sentence-rule'
import { PolicyEditor } from './policy-editor'
import { useMay } from './use-may'

type Versions = z.infer<typeof listPoliciesContract.output>['items']

type Props = { versions: Versions; members: readonly MemberDto[] }

/** How the desk agrees, in plain words, whether it can, the versions before, and for administrators the way to the next. */
export function PolicySettings({ versions: first, members: firstMembers }: Props) {
  const maySet = useMay('policy.set')
  const [isEditing, setEditing] = useState(false)
  const { data: versions } = useQuery({
    queryKey: queryKeys.policies,
    queryFn: async ({ signal }) => (await callApi(listPoliciesContract, {}, { signal })).items,
    initialData: first,
  })
  const { data: members } = useQuery({
    queryKey: queryKeys.members,
    queryFn: async ({ signal }) => (await callApi(listMembersContract, {}, { signal })).items,
    initialData: [...firstMembers],
  })
  const [current, ...earlier] = versions
  if (!current) return null
  const people = peopleOf(members.filter(({ removedAt }) => removedAt === null))
  if (isEditing) return <PolicyEditor policy={current} people={people} onClose={() => setEditing(false)} />
  const shortfall = shortfallOf(current, people)
  return (
    <>
      <section aria-labelledby="policy-name">
        <h2 id="policy-name">How the desk agrees</h2>
        <p className="quiet">
          Version {current.version}, since <RelativeTime at={current.at} />. Each claim keeps the policy it started
          with. Readers see this rule on every publication.
        </p>
        <p className="rule">{ruleSentence(current)}</p>
        {shortfall ? (
          <p className="notice">The policy asks for more people than there are. {shortfall.message}</p>
        ) : null}
        {maySet ? (
          <div className="row">
            <button type="button" className="btn" onClick={() => setEditing(true)}>
              Change the policy…
            </button>
          </div>
        ) : null}
      </section>
      {earlier.length > 0 ? (
        <section aria-labelledby="policy-versions">
          <h2 id="policy-versions">Earlier versions</h2>
          <div className="versions">
            {earlier.map(version => (
              <details key={version.version}>
                <summary>
                  Version {version.version}, <RelativeTime at={version.at} />
                </summary>
                <p className="rule">{ruleSentence(version)}</p>
              </details>
            ))}
          </div>
        </section>
      ) : null}
    </>
  )
}
