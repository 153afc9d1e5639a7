'use client'

import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { useTransition } from 'react'
import { TopBar } from '@/components/workspace/top-bar'
import type { StatementDto } from '@/lib/contracts/statements'
import type { TextComparison } from './diff-rows'
import { type DiffChoice, DiffView } from './diff-view'
import { readVersionText } from './read-version-text'
import { useVersions, type VersionList } from './use-versions'
import { VersionEntry } from './version-entry'
import './versions.css'

export type Compared = { from: number; to: number; comparison: TextComparison }

type Props = {
  statement: Pick<StatementDto, 'id' | 'title' | 'language' | 'direction' | 'currentVersion'>
  first: VersionList
  /** Null while there is one text alone. */
  compared: Compared | null
}

/** The texts of a statement, and what changed from any one to any other. */
export function VersionsScreen({ statement, first, compared }: Props) {
  const { data } = useVersions(statement.id, first)
  const { items, may } = data ?? first
  const href = `/statements/${statement.id}`
  const newest = items.toReversed()
  return (
    <>
      <TopBar crumbs={[{ label: statement.title, href }, { label: 'Versions' }]} />
      <main id="main" className="versions" tabIndex={-1}>
        <header className="versions-head">
          <div>
            <h1>Versions of the text</h1>
            <p className="quiet">
              <bdi>{statement.title}</bdi>
            </p>
          </div>
          {may.add.allowed ? (
            <Link className="btn" href={`${href}/versions/new`}>
              Add a version…
            </Link>
          ) : null}
        </header>
        <section aria-labelledby="version-list">
          <h2 className="sec-name" id="version-list">
            {items.length === 1 ? 'One text' : `${items.length} texts`}
          </h2>
          <ol className="version-list" reversed>
            {newest.map(version => (
              <VersionEntry
                key={version.number}
                version={version}
                isCurrent={version.number === items.at(-1)?.number}
                compareHref={
                  version.number > 1 ? `${href}/versions?from=${version.number - 1}&to=${version.number}#compare` : null
                }
              />
            ))}
          </ol>
          {may.add.allowed ? null : <p className="small">{may.add.reason}</p>}
        </section>
        <section aria-labelledby="compare" className="compare">
          <h2 className="sec-name" id="compare">
            What changed
          </h2>
          {compared ? (
            <Comparison
              key={`${compared.from}-${compared.to}`}
              statement={statement}
              compared={compared}
              numbers={items.map(({ number }) => number)}
            />
          ) : (
            <p className="quiet compare-none">
              There is one text, so nothing to compare. When it is corrected or republished, its new text becomes
              version 2: every claim stays with its words, and what changed under a claim is shown to a person before
              its verdicts count again.
            </p>
          )}
        </section>
      </main>
    </>
  )
}

type ComparisonProps = { statement: Props['statement']; compared: Compared; numbers: readonly number[] }

/** Any two texts, chosen in the address. */
function Comparison({ statement, compared: { from, to, comparison }, numbers }: ComparisonProps) {
  const router = useRouter()
  const params = useSearchParams()
  const [isPending, startTransition] = useTransition()
  const asked = params.get('view')
  const view: DiffChoice | null = asked === 'side' || asked === 'inline' ? asked : null

  const choose = (next: { from: number; to: number }) => {
    const query = new URLSearchParams({ from: String(next.from), to: String(next.to), ...(view ? { view } : {}) })
    startTransition(() => router.push(`/statements/${statement.id}/versions?${query}`, { scroll: false }))
  }
  const setView = (next: DiffChoice) => {
    const address = new URL(window.location.href)
    address.searchParams.set('view', next)
    window.history.replaceState(null, '', address)
  }
  return (
    <>
      <div className="compare-choice">
        <VersionSelect label="From" value={from} numbers={numbers} onChange={number => choose({ from: number, to })} />
        <VersionSelect label="To" value={to} numbers={numbers} onChange={number => choose({ from, to: number })} />
        <button type="button" className="btn btn-plain" onClick={() => choose({ from: to, to: from })}>
          Swap
        </button>
        <span className="small" role="status">
          {isPending ? 'Comparing…' : ''}
        </span>
      </div>
      <DiffView
        comparison={comparison}
        view={view}
        onView={setView}
        readText={() => readVersionText(statement.id, to)}
        language={statement.language}
        direction={statement.direction}
        names={{ from: `Version ${from}`, to: `Version ${to}` }}
      />
    </>
  )
}

type SelectProps = { label: string; value: number; numbers: readonly number[]; onChange: (number: number) => void }

function VersionSelect({ label, value, numbers, onChange }: SelectProps) {
  return (
    <label className="version-select">
      <span className="quiet">{label}</span>
      <select className="field" value={value} onChange={event => onChange(Number(event.target.value))}>
        {numbers.map(number => (
          <option key={number} value={number}>
            Version {number}
          </option>
        ))}
      </select>
    </label>
  )
}
