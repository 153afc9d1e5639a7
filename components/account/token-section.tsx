'use client'

import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { Field } from '@/components/ui/field'
import { CopyOnce } from '@/components/workspace/copy-once'
import { IssueSection } from '@/components/workspace/issue-section'
import { type ApiTokenDto, createTokenContract, listTokensContract } from '@/lib/contracts/workspace'
import { TokenRow } from './token-row'

/** How long a token may live, in days; null for as long as nobody revokes it. */
const LIVES: readonly { label: string; days: number | null }[] = [
  { label: '30 days', days: 30 },
  { label: '90 days', days: 90 },
  { label: '1 year', days: 365 },
  { label: 'until revoked', days: null },
]
const DAY_MS = 86_400_000

/** Bearer tokens with which programs act as oneself. */
export function TokenSection({ tokens }: { tokens: readonly ApiTokenDto[] }) {
  const [name, setName] = useState('')
  const [days, setDays] = useState<number | null>(90)
  const expiresAt = () => (days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString())
  return (
    <IssueSection
      title="API tokens"
      intro={
        <p className="quiet">
          A program that sends one acts as you, with your role. <a href="/api/v1/openapi.json">What the API can do</a>.
        </p>
      }
      queryKey={queryKeys.tokens}
      read={async signal => (await callApi(listTokensContract, {}, { signal })).items}
      first={tokens}
      make={() => callApi(createTokenContract, { name, expiresAt: expiresAt() })}
      onMade={() => setName('')}
      fields={errorAt => (
        <div className="two">
          <Field label="What it is for" error={errorAt('name')}>
            {control => (
              <input
                {...control}
                className="field"
                autoComplete="off"
                value={name}
                onChange={event => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label="Ends after" error={errorAt('expiresAt')}>
            {control => (
              <select
                {...control}
                className="field"
                value={String(days)}
                onChange={event => setDays(event.target.value === 'null' ? null : Number(event.target.value))}
              >
                {LIVES.map(life => (
                  <option key={life.label} value={String(life.days)}>
                    {life.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      act="Make a token"
      acting="Making…"
      made={made => (made.token ? <NewToken key={made.id} name={made.name} token={made.token} /> : null)}
      row={token => <TokenRow key={token.id} token={token} />}
      none="You have no tokens."
    />
  )
}

function NewToken({ name, token }: { name: string; token: string }) {
  return (
    <>
      <CopyOnce
        label={`Token “${name}”`}
        secret={token}
        hint="Shown this once. Keep it like a password; revoke it when it is no longer needed."
      />
      <pre className="code">{`curl -H "Authorization: Bearer ${token}" \\\n  ${window.location.origin}/api/v1/me`}</pre>
    </>
  )
}
