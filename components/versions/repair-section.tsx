'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import type { StatementPage } from '@/components/queue/statement-list'
import { Shape } from '@/components/ui/shape'
import { listStatementsContract } from '@/lib/contracts/statements'
import { counted } from '@/lib/domain/sentence-words'

/** Statements whose current text changed or lost words under a claim, each with the way to repair it. Nothing where all stand. */
export function RepairSection({ initial }: { initial: StatementPage }) {
  const { data } = useQuery({
    queryKey: [...queryKeys.statements, 'to-repair'],
    queryFn: ({ signal }) => callApi(listStatementsContract, { show: 'to-repair' }, { signal }),
    initialData: initial,
  })
  if (data.total === 0) return null
  return (
    <section aria-labelledby="to-repair">
      <div className="sec">
        <h2 id="to-repair">Passages to repair</h2>
        <span className="quiet">{data.total}</span>
      </div>
      <ol className="needs">
        {data.items.map(({ id, title, toRepair, currentVersion }) => (
          <li key={id}>
            <Link className="need" href={`/statements/${id}/repair`}>
              <Shape name="changed" />
              <span className="need-claim" dir="auto">
                {title}
              </span>
              <span className="need-meta">
                {counted(toRepair, 'claim')} · version {currentVersion}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {data.total > data.items.length ? (
        <p className="more">
          <Link href="/statements?show=to-repair">See all {data.total}</Link>
        </p>
      ) : null}
    </section>
  )
}
