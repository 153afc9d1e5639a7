'use client'

import { useQuery } from '@tanstack/react-query'
import { type CSSProperties, useCallback, useRef, useState } from 'react'
import { callApi } from '@/components/api/call'
import { listClaims, readStatement } from '@/components/api/operations'
import { queryKeys } from '@/components/api/query-keys'
import { type ClaimFilter, isShown, needsMe } from '@/components/claims/claim-filter'
import { ClaimPanel } from '@/components/claims/claim-panel'
import { ClaimRail } from '@/components/claims/claim-rail'
import { ComposerWait } from '@/components/claims/composer-wait'
import { NextClaim } from '@/components/claims/next-claim'
import { RevealPassage } from '@/components/claims/reveal-passage'
import { useAnnounce } from '@/components/ui/announcer'
import { onDemand, onDemandDialog } from '@/components/ui/on-demand'
import { useShortcut } from '@/components/ui/shortcuts'
import { VersionBanner } from '@/components/versions/version-banner'
import type { ClaimDto, ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { LiveNote } from './live-note'
import { PanelEmpty } from './panel-empty'
import { PanelGrip, usePanelWidth } from './panel-grip'
import type { Span } from './span'
import { StatementHeader } from './statement-header'
import { StatementText, type TextHandle } from './statement-text'
import { useLiveClaims } from './use-live-claims'
import { useNextInWork } from './use-next-in-work'
import { claimHref, useSelectedClaim } from './use-selected-claim'
import { useWayBack } from './use-way-back'
import { WorkbenchBar } from './workbench-bar'
import './workbench.css'

const ClaimComposer = onDemand(
  () => import('@/components/claims/claim-composer').then(part => part.ClaimComposer),
  ComposerWait,
)
const AddToClaimDialog = onDemandDialog(() =>
  import('@/components/claims/add-to-claim-dialog').then(part => part.AddToClaimDialog),
)

type Props = { statement: StatementDto; claims: readonly ClaimSummaryDto[]; claim: ClaimDto | null }

type PanelStop = 'closed' | 'peek' | 'full'

/** The desk over one statement: claims in text order, the text itself, and the selected claim. */
export function Workbench({ statement: firstStatement, claims: firstClaims, claim: firstClaim }: Props) {
  const statementId = firstStatement.id
  const { data: statement } = useQuery({
    queryKey: queryKeys.statement(statementId),
    queryFn: ({ signal }) => callApi(readStatement, { statementId }, { signal }),
    initialData: firstStatement,
  })
  const { data: claims } = useQuery({
    queryKey: queryKeys.claims(statementId),
    queryFn: async ({ signal }) => (await callApi(listClaims, { statementId }, { signal })).items,
    initialData: [...firstClaims],
  })
  const live = useLiveClaims(statementId, firstStatement.seq)

  const announce = useAnnounce()
  const { selectedId, select, step } = useSelectedClaim()
  const [filter, setFilter] = useState<ClaimFilter>('ALL')
  const [draft, setDraft] = useState<Span | null>(null)
  const [adding, setAdding] = useState<Span | null>(null)
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const [stop, setStop] = useState<PanelStop>(selectedId ? 'peek' : 'closed')
  const [width, setWidth] = usePanelWidth()
  const text = useRef<TextHandle>(null)
  const revealPassage = useCallback((targetId: string) => text.current?.reveal(targetId), [])
  const { goTo, goBack, handlePanelKey } = useWayBack(text, selectedId)

  const open = useCallback(
    (claimId: string, goesThere = false) => {
      setDraft(null)
      setDrawerOpen(false)
      setStop(before => (before === 'closed' ? 'peek' : before))
      select(claimId)
      if (goesThere) goTo(claimId)
    },
    [select, goTo],
  )
  const startDraft = useCallback((span: Span) => {
    setDraft(span)
    setStop('full')
  }, [])

  // A link can select a claim as well, such as a notice's.
  const shownStop: PanelStop = stop === 'closed' && selectedId ? 'peek' : stop

  const shown = claims.filter(claim => isShown(claim, filter))
  const place = neighbours(shown, selectedId)
  const needing = claims.filter(needsMe)

  const openAndSay = (claimId: string | null, otherwise: string) => {
    const claim = claims.find(({ id }) => id === claimId)
    if (!claim) return announce(otherwise)
    open(claim.id)
    announce(claim.claimReviewed)
  }
  useShortcut('j', 'Next claim', () => openAndSay(place.next, 'This is the last claim.'))
  useShortcut('k', 'Previous claim', () => openAndSay(place.previous, 'This is the first claim.'))
  const goNext = useNextInWork({ statementId, claims, selectedId, onOpen: openAndSay })
  useShortcut('n', 'Next claim for me', () => void goNext())
  useShortcut('{', 'Back to the claim looked at before', () => step(-1))
  useShortcut('}', 'Forward again', () => step(1))
  useShortcut(
    'Escape',
    'Back out one level',
    () => {
      if (draft) setDraft(null)
      else if (isDrawerOpen) setDrawerOpen(false)
      else {
        select(null)
        announce('Claim closed.')
      }
    },
    draft !== null || isDrawerOpen || selectedId !== null,
  )

  return (
    <>
      <WorkbenchBar statement={statement} isDrawerOpen={isDrawerOpen} onDrawer={() => setDrawerOpen(!isDrawerOpen)} />
      <div className="workbench fills-desk" style={panelStyle(width)}>
        <nav className="rail" id="rail" aria-label="Claims" data-open={isDrawerOpen}>
          <ClaimRail
            claims={claims}
            selectedId={selectedId}
            filter={filter}
            onFilter={setFilter}
            onSelect={open}
            hrefOf={id => claimHref(statementId, id)}
          />
        </nav>
        <main className="page" id="main" tabIndex={-1}>
          <LiveNote state={live} />
          <VersionBanner statement={statement} claims={claims} />
          <article className="sheet-of-text">
            <StatementHeader statement={statement} claims={claims} />
            <StatementText
              statement={statement}
              claims={claims}
              selectedId={selectedId}
              draft={draft}
              handle={text}
              onOpen={open}
              onClaim={startDraft}
              onAdd={setAdding}
            />
          </article>
        </main>
        <aside
          className="panel"
          id="panel"
          aria-label="Selected claim"
          data-stop={shownStop}
          onKeyDown={handlePanelKey}
        >
          <PanelGrip width={width ?? 400} onChange={setWidth} />
          <button
            type="button"
            className="handle"
            aria-expanded={stop === 'full'}
            aria-controls="panel-body"
            onClick={() => setStop(stop === 'full' ? 'peek' : 'full')}
          >
            <span className="vh">{stop === 'full' ? 'Show less of the claim' : 'Show more of the claim'}</span>
          </button>
          <div className="panel-body" id="panel-body">
            <NextClaim value={goNext}>
              <RevealPassage value={revealPassage}>
                {draft ? (
                  <ClaimComposer
                    key={`${draft.start}-${draft.end}`}
                    statement={statement}
                    span={draft}
                    overlapping={overlapping(claims, draft)}
                    onSelect={open}
                    onSaved={claim => {
                      announce('Claim saved.')
                      open(claim.id)
                    }}
                    onCancel={() => {
                      setDraft(null)
                      goBack()
                    }}
                  />
                ) : selectedId ? (
                  <ClaimPanel
                    key={selectedId}
                    claimId={selectedId}
                    statement={statement}
                    initialClaim={firstClaim?.id === selectedId ? firstClaim : null}
                    place={place}
                    onSelect={open}
                    onClose={() => select(null)}
                  />
                ) : (
                  <PanelEmpty needing={needing} total={claims.length} mayCreate={statement.may.createClaim.allowed} />
                )}
              </RevealPassage>
            </NextClaim>
          </div>
        </aside>
        {adding ? (
          <AddToClaimDialog
            statement={statement}
            claims={claims}
            span={adding}
            selectedId={selectedId}
            onClose={() => setAdding(null)}
            onSaved={claim => {
              setAdding(null)
              open(claim.id)
            }}
          />
        ) : null}
      </div>
    </>
  )
}

function panelStyle(width: number | null): CSSProperties | undefined {
  return width === null ? undefined : ({ '--panel-width': `${width}px` } as CSSProperties) // React's type knows no custom properties
}

/** The claims before and after the selected one; from none, the first one is next. */
function neighbours(
  claims: readonly ClaimSummaryDto[],
  selectedId: string | null,
): { previous: string | null; next: string | null } {
  const at = claims.findIndex(({ id }) => id === selectedId)
  if (at < 0) return { previous: claims.at(-1)?.id ?? null, next: claims[0]?.id ?? null }
  return { previous: claims[at - 1]?.id ?? null, next: claims[at + 1]?.id ?? null }
}

function overlapping(claims: readonly ClaimSummaryDto[], span: Span): ClaimSummaryDto[] {
  return claims.filter(claim => claim.targets.some(target => target.start < span.end && span.start < target.end))
}
