import { createRoot, type Root } from 'react-dom/client'
import { HighlightEngine } from '@/components/statement/highlight-engine'
import { StatementText } from '@/components/statement/statement-text'
import { Announcer } from '@/components/ui/announcer'
import { ShortcutProvider } from '@/components/ui/shortcuts'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { documentFromText } from '@/lib/domain/canonical-text'
import type { BenchTarget, Corpus } from '../corpus'
import type { Peer } from './peer'

const TONES = ['true', 'mixed', 'false', 'unverifiable'] as const

/** Assay's own component as the workbench has it: Tiptap, highlights, margin markers, selection bar, keyboard. */
export function product(): Peer {
  let root: Root
  let statement: StatementDto
  let claims: readonly ClaimSummaryDto[] = []
  let drawn: HighlightEngine | null = null

  // The component keeps its engine to itself. What it does with a click is asked of the very engine that it made.
  const update = HighlightEngine.prototype.update
  HighlightEngine.prototype.update = function (this: HighlightEngine, ...given) {
    drawn = this
    update.apply(this, given)
  }

  const render = () =>
    root.render(
      <ShortcutProvider>
        <Announcer>
          <StatementText
            statement={statement}
            claims={claims}
            selectedId={null}
            draft={null}
            handle={{ current: null }}
            onOpen={() => {}}
            onClaim={() => {}}
            onAdd={() => {}}
          />
        </Announcer>
      </ShortcutProvider>,
    )

  return {
    async mount(host, corpus) {
      statement = statementOf(corpus)
      root = createRoot(host)
      render()
      while (!document.querySelector('.ProseMirror')) await new Promise(requestAnimationFrame)
    },
    highlight(targets) {
      claims = claimsOf(targets)
      render()
    },
    add(target) {
      claims = [...claims, claimOf(target)]
      render()
    },
    idsAt: (x, y) => drawn?.hitTest(x, y).map(({ id }) => id) ?? [],
    isDrawn: () => CSS.highlights.size > 0,
    isWhole: () => document.querySelector('.marker') !== null,
  }
}

const made = new WeakMap<readonly BenchTarget[], readonly ClaimSummaryDto[]>()

/** The claims as the server sends them, in text order: data in memory before any clock runs, as every peer has its own. */
export function claimsOf(targets: readonly BenchTarget[]): readonly ClaimSummaryDto[] {
  const claims = made.get(targets) ?? targets.toSorted((one, other) => one.start - other.start).map(claimOf)
  made.set(targets, claims)
  return claims
}

function claimOf({ id, kind, start, end, exact, prefix, suffix }: BenchTarget): ClaimSummaryDto {
  const tone = TONES[kind] ?? 'true'
  const claim = {
    id: `claim-${id}`,
    claimReviewed: exact,
    targets: [{ id, exact, prefix, suffix, start, end, anchorState: 'ANCHORED', paragraph: 1 }],
    status: 'AGREED',
    rating: { key: tone, label: tone, tone },
  }
  return claim as unknown as ClaimSummaryDto // what the component reads of it
}

function statementOf(corpus: Corpus): StatementDto {
  const statement = {
    id: 'statement',
    title: 'A made-up text',
    language: 'en',
    direction: 'ltr',
    currentVersion: 1,
    document: documentFromText(corpus.text),
    text: corpus.text,
    may: { createClaim: { allowed: false, reason: null } },
  }
  return statement as unknown as StatementDto // what the component reads of it
}
