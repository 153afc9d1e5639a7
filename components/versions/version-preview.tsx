'use client'

import { type RefObject, useMemo, useState } from 'react'
import type { z } from 'zod'
import { Shape } from '@/components/ui/shape'
import type { StatementDto } from '@/lib/contracts/statements'
import type { previewVersionContract } from '@/lib/contracts/versions'
import { counted } from '@/lib/domain/sentence-words'
import { sentenceAt } from '@/lib/domain/sentences'
import { diffWords } from '@/lib/domain/text-diff'
import { BROKEN_WORDS, brokenClause } from './anchor-words'
import { DiffPieces } from './diff-pieces'
import { compareTexts } from './diff-rows'
import { type DiffChoice, DiffView } from './diff-view'

export type Preview = z.output<typeof previewVersionContract.output>

type Props = {
  statement: Pick<StatementDto, 'id' | 'text' | 'currentVersion' | 'language' | 'direction'>
  preview: Preview
  headingRef: RefObject<HTMLHeadingElement | null>
}

/** What a new text would do: how many passages stand, which changed and which go, and the texts compared. */
export function VersionPreview({ statement, preview, headingRef }: Props) {
  const [view, setView] = useState<DiffChoice | null>(null)
  const { anchors, unanchored, basedOn } = preview
  const comparison = useMemo(() => compareTexts(statement.text, preview.text), [statement.text, preview.text])
  const all = anchors.anchored + anchors.changed + anchors.orphaned
  const clause = brokenClause(anchors)
  return (
    <>
      <header className="preview-head">
        <h2 ref={headingRef} tabIndex={-1}>
          What version {basedOn + 1} would change
        </h2>
        <p className="preview-sum">
          {all === 0
            ? 'No passage is highlighted in this statement yet.'
            : clause
              ? `Of ${counted(all, 'passage')} ${anchors.anchored} ${anchors.anchored === 1 ? 'stands' : 'stand'} as before; ${clause}.`
              : `${all === 1 ? 'The one passage stands' : `All ${all} passages stand`} as ${all === 1 ? 'it is' : 'they are'}.`}
          {unanchored.length > 0
            ? ' The verdicts of their claims are suspended until a person has looked at each.'
            : null}
        </p>
      </header>
      {unanchored.length > 0 ? (
        <section aria-labelledby="unanchored">
          <h3 className="sec-name" id="unanchored">
            {counted(unanchored.length, 'passage')} for a person
          </h3>
          <ol className="unanchored-list">
            {unanchored.map(item => (
              <UnanchoredEntry key={item.targetId} item={item} statement={statement} text={preview.text} />
            ))}
          </ol>
        </section>
      ) : null}
      <section aria-labelledby="preview-diff">
        <h3 className="sec-name" id="preview-diff">
          The two texts
        </h3>
        <DiffView
          comparison={comparison}
          view={view}
          onView={setView}
          readText={() => Promise.resolve(preview.text)}
          language={statement.language}
          direction={statement.direction}
          names={{ from: `Version ${basedOn}`, to: `Version ${basedOn + 1}, not stored yet` }}
        />
      </section>
    </>
  )
}

type EntryProps = { item: Preview['unanchored'][number]; statement: Props['statement']; text: string }

function UnanchoredEntry({ item, statement, text }: EntryProps) {
  const { state, was, now, claimReviewed } = item
  const { shape, word } = BROKEN_WORDS[state === 'ORPHANED' ? 'ORPHANED' : 'CHANGED']
  const { language, direction } = statement
  const wasWords =
    was.versionNumber === statement.currentVersion ? sentenceOf(statement.text, was, language) : was.exact
  return (
    <li className="unanchored">
      <p className="unanchored-claim">
        <Shape name={shape} />
        <span>
          <b dir="auto">{claimReviewed}</b>
          <span className="small"> {word}</span>
        </span>
      </p>
      <blockquote className="unanchored-words" lang={language} dir={direction}>
        {now ? (
          <p>
            <DiffPieces pieces={diffWords(wasWords, sentenceOf(text, now, language))} />
          </p>
        ) : (
          <p>
            <DiffPieces pieces={[{ kind: 'removed', text: was.exact }]} />
          </p>
        )}
      </blockquote>
    </li>
  )
}

/** The sentences around a passage: equal words in a changed sentence are a change as well. */
function sentenceOf(text: string, { start, end }: { start: number; end: number }, language: string): string {
  const first = sentenceAt(text, start, language)
  const last = sentenceAt(text, Math.max(start, end - 1), language)
  return text.slice(Math.min(start, first?.start ?? start), Math.max(end, last?.end ?? end))
}
