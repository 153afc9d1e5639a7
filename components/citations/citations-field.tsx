'use client'

import { useId, useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { useShortcut } from '@/components/ui/shortcuts'
import type { CitationDto, SourceDto } from '@/lib/contracts/sources'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { type CitationDraft, citationOf, citedBefore, isUntouched, newCitation } from './citation-draft'
import { CitationEditor } from './citation-editor'
import { today } from './today'
import './citations.css'

type Props = {
  citations: readonly CitationDraft[]
  onChange: (next: (before: CitationDraft[]) => CitationDraft[]) => void
  /** The error at `citations`, `citations.0.source.url` and so on. */
  errorAt: (path: string) => string | undefined
  /** What was cited on this claim and is open to the reviewer. */
  earlier: readonly CitationDto[]
}

const MOST = 30

/** The sources a verdict rests on. */
export function CitationsField({ citations, onChange, errorAt, earlier }: Props) {
  const id = useId()
  const announce = useAnnounce()
  /** The citation that was asked for last; another object each time. */
  const [asked, setAsked] = useState<{ id: string } | null>(null)
  const again = citedBefore(earlier, citations)
  const error = errorAt('citations')

  const add = (draft: CitationDraft) => {
    if (citations.length >= MOST) return announce(`A verdict has at most ${MOST} citations.`)
    onChange(before => [...before, draft])
    setAsked({ id: draft.id })
  }
  const addNew = () => {
    const empty = citations.find(isUntouched)
    if (empty) setAsked({ id: empty.id })
    else add(newCitation(localId(), today()))
  }
  useShortcut('c', 'Add a source', addNew)

  const edit = (draftId: string, next: Partial<CitationDraft>) =>
    onChange(before => before.map(draft => (draft.id === draftId ? { ...draft, ...next } : draft)))
  const remove = (draftId: string) => {
    onChange(before => before.filter(draft => draft.id !== draftId))
    announce('Source removed.')
    document.getElementById(`${id}-add`)?.focus()
  }

  return (
    <section aria-labelledby={`${id}-name`}>
      <h4 className="label" id={`${id}-name`}>
        Sources
      </h4>
      {citations.length > 0 ? (
        <ol className="sources">
          {citations.map((citation, index) => (
            <CitationEditor
              key={citation.id}
              citation={citation}
              askedFor={citation.id === asked?.id ? asked : null}
              errorAt={path => errorAt(`citations.${index}.${path}`)}
              onChange={next => edit(citation.id, next)}
              onRemove={() => remove(citation.id)}
            />
          ))}
        </ol>
      ) : null}
      <button
        type="button"
        id={`${id}-add`}
        className="btn btn-plain add"
        title="Add source (C)"
        data-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onClick={addNew}
      >
        Add source <kbd>C</kbd>
      </button>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {again.length > 0 ? (
        <details className="cite-again">
          <summary>Cite again from an earlier round ({again.length})</summary>
          <ul>
            {again.map(source => (
              <li key={source.id}>
                <button type="button" className="cite-again-item" onClick={() => add(citationOf(localId(), source))}>
                  {source.title}
                  <span className="small">{factsOf(source)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

function factsOf({ publisher, publishedOn }: SourceDto): string {
  return [publisher, publishedOn ? partialDateInWords(publishedOn) : null].filter(Boolean).join(', ')
}

/** Unlike any other of this form, also after a reload. */
function localId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
}
