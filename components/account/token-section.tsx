'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { Field } from '@/components/ui/field'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { CopyOnce } from '@/components/workspace/copy-once'
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
export function TokenSection({ tokens: first }: { tokens: readonly ApiTokenDto[] }) {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [days, setDays] = useState<number | null>(90)
  const { data: tokens } = useQuery({
    queryKey: queryKeys.tokens,
    queryFn: async ({ signal }) => (await callApi(listTokensContract, {}, { signal })).items,
    initialData: [...first],
  })
  const create = useMutation({
    mutationFn: () =>
      callApi(createTokenContract, {
        name,
        expiresAt: days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString(),
      }),
    onSuccess: async () => {
      setName('')
      await queries.invalidateQueries({ queryKey: queryKeys.tokens })
    },
  })
  const form = useFocusInvalid(create.error)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!create.isPending) create.mutate()
  }
  const hasFieldError = create.error instanceof ApiProblem && create.error.errors.length > 0
  return (
    <section aria-labelledby="tokens-name">
      <h2 id="tokens-name">API tokens</h2>
      <p className="quiet">
        A program that sends one acts as you, with your role. <a href="/api/v1/openapi.json">What the API can do</a>.
      </p>
      <form ref={form} className="form" method="post" onSubmit={handleSubmit} noValidate>
        <div className="two">
          <Field label="What it is for" error={errorAt(create.error, 'name')}>
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
          <Field label="Ends after" error={errorAt(create.error, 'expiresAt')}>
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
        {hasFieldError ? null : <ProblemNotice error={create.error} />}
        <div className="row">
          <button type="submit" className="btn" disabled={create.isPending}>
            {create.isPending ? 'Making…' : 'Make a token'}
          </button>
        </div>
      </form>
      {create.data?.token ? <NewToken key={create.data.id} name={create.data.name} token={create.data.token} /> : null}
      {tokens.length > 0 ? (
        <ul className="rows">
          {tokens.map(token => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      ) : (
        <p className="quiet">You have no tokens.</p>
      )}
    </section>
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
