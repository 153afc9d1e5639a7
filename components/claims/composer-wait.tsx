'use client'

import { useEffect, useRef, useState } from 'react'
import type { Span } from '@/components/statement/span'
import type { Wait } from '@/components/ui/on-demand'
import { useDraft } from '@/components/ui/use-draft'
import type { StatementDto } from '@/lib/contracts/statements'
import { composerDraftKey, EMPTY_WORDING, rememberEnter } from './composer-draft'
import { ComposerHead } from './composer-head'

type Props = Wait & { statement: StatementDto; span: Span; onCancel: () => void }

/**
 * The composer while its script is on its way: the same field in the same place, whose text is the composer's own draft.
 * Who begins to write at once writes on when it is here, and whoever has pressed Enter by then has saved.
 */
export function ComposerWait({ statement, span, onCancel, hasFailed, onRetry }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const key = composerDraftKey(statement.id, span)
  const { value, change } = useDraft(key, EMPTY_WORDING)
  const [isEntered, setEntered] = useState(false)
  useEffect(() => field.current?.focus(), [])
  const enter = (next: boolean) => {
    setEntered(next)
    rememberEnter(next ? key : null)
  }
  return (
    <section
      className="claim"
      aria-label="New claim"
      aria-busy={!hasFailed}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        enter(false)
        onCancel()
      }}
    >
      <ComposerHead statement={statement} span={span} onCancel={onCancel} />
      <div className="part form">
        <label className="field-group">
          <span className="label">What does this passage assert?</span>
          <textarea
            ref={field}
            className="field prose"
            rows={3}
            dir="auto"
            value={value.claimReviewed}
            onChange={event => {
              enter(false)
              change({ ...value, claimReviewed: event.target.value.replace(/\s*\n\s*/g, ' ') })
            }}
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              enter(value.claimReviewed.trim() !== '')
            }}
          />
        </label>
        {isEntered && !hasFailed ? (
          <p className="small" role="status">
            Saving…
          </p>
        ) : null}
        {hasFailed ? (
          <div className="notice" role="alert">
            <p>The desk cannot be reached. What you wrote is kept.</p>
            <button type="button" className="btn btn-plain" onClick={onRetry}>
              Try again
            </button>
          </div>
        ) : null}
      </div>
    </section>
  )
}
