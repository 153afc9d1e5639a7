'use client'

import { useEffect, useRef } from 'react'
import type { Span } from '@/components/statement/span'
import type { Wait } from '@/components/ui/on-demand'
import { useDraft } from '@/components/ui/use-draft'
import type { StatementDto } from '@/lib/contracts/statements'
import { composerDraftKey, EMPTY_WORDING } from './composer-draft'
import { ComposerHead } from './composer-head'

type Props = Wait & { statement: StatementDto; span: Span; onCancel: () => void }

/**
 * The composer while its script is on its way: the same field in the same place, whose text is the composer's own draft.
 * Who begins to write at once writes on when it is here.
 */
export function ComposerWait({ statement, span, onCancel, hasFailed, onRetry }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { value, change } = useDraft(composerDraftKey(statement.id, span), EMPTY_WORDING)
  useEffect(() => field.current?.focus(), [])
  return (
    <section
      className="claim"
      aria-label="New claim"
      aria-busy={!hasFailed}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
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
            onChange={event => change({ ...value, claimReviewed: event.target.value.replace(/\s*\n\s*/g, ' ') })}
          />
        </label>
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
