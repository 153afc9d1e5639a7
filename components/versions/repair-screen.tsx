'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import type { Span } from '@/components/statement/span'
import { useLiveClaims } from '@/components/statement/use-live-claims'
import { useAnnounce } from '@/components/ui/announcer'
import { Shape } from '@/components/ui/shape'
import { useShortcut } from '@/components/ui/shortcuts'
import { TopBar } from '@/components/workspace/top-bar'
import { type ClaimSummaryDto, listClaimsContract } from '@/lib/contracts/claims'
import { readStatementContract, type StatementDto } from '@/lib/contracts/statements'
import type { RepairDto } from '@/lib/contracts/versions'
import { RepairCase } from './repair-case'
import { RepairList as List } from './repair-list'
import { RepairText } from './repair-text'
import { useRepairQueue } from './use-repair-queue'
import type { RepairList } from './use-versions'
import '@/components/claims/claim-panel.css'
import '@/components/claims/claim-rail.css'
import '@/components/statement/workbench.css'
import './versions.css'
import './repair.css'

type Props = { statement: StatementDto; claims: readonly ClaimSummaryDto[]; first: RepairList }

/** Takes a person through every passage that the current text changed or lost, one at a time. */
export function RepairScreen({ statement: firstStatement, claims: firstClaims, first }: Props) {
  const statementId = firstStatement.id
  const { data: statement } = useQuery({
    queryKey: queryKeys.statement(statementId),
    queryFn: ({ signal }) => callApi(readStatementContract, { statementId }, { signal }),
    initialData: firstStatement,
  })
  const { data: claims } = useQuery({
    queryKey: queryKeys.claims(statementId),
    queryFn: async ({ signal }) => (await callApi(listClaimsContract, { statementId }, { signal })).items,
    initialData: [...firstClaims],
  })
  useLiveClaims(statementId, firstStatement.seq)
  const queue = useRepairQueue(statementId, first)
  const { items, current, place, select, data } = queue
  const announce = useAnnounce()
  const href = `/statements/${statementId}`

  const goTo = (next: number) => {
    const item = items[next]
    if (!item) return announce(next < 0 ? 'This is the first passage.' : 'This is the last passage.')
    select(item.targetId)
    announce(`${item.claim.claimReviewed} ${next + 1} of ${data.total}`)
  }
  useShortcut('j', 'Next passage', () => goTo(place + 1), items.length > 0)
  useShortcut('k', 'Previous passage', () => goTo(place - 1), items.length > 0)

  return (
    <>
      <TopBar
        crumbs={[{ label: statement.title, href }, { label: 'Repair' }]}
        tools={
          current ? (
            <span className="repair-steps">
              <span className="small">
                {place + 1} of {data.total}
              </span>
              <button
                type="button"
                className="btn btn-icon"
                aria-label="Previous passage (K)"
                title="Previous passage (K)"
                aria-disabled={place === 0}
                onClick={() => goTo(place - 1)}
              >
                <Shape name="up" />
              </button>
              <button
                type="button"
                className="btn btn-icon"
                aria-label="Next passage (J)"
                title="Next passage (J)"
                aria-disabled={place + 1 >= items.length}
                onClick={() => goTo(place + 1)}
              >
                <Shape name="down" />
              </button>
            </span>
          ) : null
        }
      />
      {current ? (
        <Case
          key={current.targetId}
          item={current}
          items={items}
          total={data.total}
          versionNumber={data.versionNumber}
          statement={statement}
          claims={claims}
          onSelect={select}
          onSettled={queue.settle}
        />
      ) : (
        <Done href={href} hadSome={first.items.length > 0} versionNumber={data.versionNumber} />
      )}
    </>
  )
}

type CaseProps = {
  item: RepairDto
  items: readonly RepairDto[]
  total: number
  versionNumber: number
  statement: StatementDto
  claims: readonly ClaimSummaryDto[]
  onSelect: (targetId: string) => void
  onSettled: ReturnType<typeof useRepairQueue>['settle']
}

function Case({ item, items, total, versionNumber, statement, claims, onSelect, onSettled }: CaseProps) {
  const [place, setPlace] = useState<Span | null>(null)
  // What is gone has to be found first.
  const [isElsewhere, setElsewhere] = useState(item.state === 'ORPHANED')
  const claim = claims.find(({ id }) => id === item.claim.id)
  const near = item.now?.start ?? claim?.targets.find(({ id }) => id === item.targetId)?.start ?? 0
  return (
    <div className="repair fills-desk" data-text={isElsewhere || undefined}>
      <List
        items={items}
        total={total}
        currentId={item.targetId}
        hrefOf={targetId => `/statements/${statement.id}/repair?passage=${targetId}`}
        onSelect={onSelect}
      />
      <main id="main" className="repair-main" tabIndex={-1}>
        <h1 className="vh">Passages to repair</h1>
        <RepairCase
          item={item}
          versionNumber={versionNumber}
          statement={statement}
          claim={claim}
          place={place}
          onPlace={setPlace}
          isElsewhere={isElsewhere}
          onElsewhere={next => {
            setElsewhere(next)
            if (!next) setPlace(null)
          }}
          onDone={(said, settles) =>
            onSettled(said, other =>
              settles === 'claim' ? other.claim.id === item.claim.id : other.targetId === item.targetId,
            )
          }
        />
      </main>
      {isElsewhere ? (
        <section className="repair-aside" aria-label={`The text of version ${statement.currentVersion}`}>
          <p className="small repair-aside-hint">
            Version {statement.currentVersion}. Select the words, then press “It stands here” <kbd>H</kbd>.
          </p>
          <RepairText
            statement={statement}
            claims={claims}
            claimId={item.claim.id}
            place={place}
            near={near}
            onPlace={setPlace}
          />
        </section>
      ) : null}
    </div>
  )
}

function Done({ href, hadSome, versionNumber }: { href: string; hadSome: boolean; versionNumber: number }) {
  return (
    <main id="main" className="page-narrow repair-done" tabIndex={-1}>
      <div className="page-head">
        <h1 tabIndex={-1} data-takes-focus>
          {hadSome ? 'All passages stand again' : 'Every passage stands'}
        </h1>
      </div>
      <p className="quiet">
        {hadSome
          ? `Every claim rests on words of version ${versionNumber} again, and the record says who decided what.`
          : 'When a new text changes the words under a claim, or takes them away, the claim waits here until a person has looked at it.'}
      </p>
      <p className="row">
        <Link className="btn btn-main" href={href}>
          Go to the statement
        </Link>
        <Link className="btn" href={`${href}/versions`}>
          See the versions
        </Link>
      </p>
    </main>
  )
}
