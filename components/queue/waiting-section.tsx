'use client'

import { type ReactNode, useId } from 'react'
import { PlanMarks } from '@/components/statement/plan-marks'
import { FreshChip } from '@/components/ui/fresh-chip'
import { ClaimLine } from './claim-line'
import type { useQueue } from './use-queue'

type Props = {
  title: string
  queue: ReturnType<typeof useQueue>
  /** At the end of the heading's line. */
  note?: ReactNode
  /** Shows so many, then `rest`. */
  limit?: number
  rest?: ReactNode
  empty?: ReactNode
}

/** A list of claims that wait for somebody. */
export function WaitingSection({ title, queue, note, limit = Number.POSITIVE_INFINITY, rest, empty }: Props) {
  const id = useId()
  const { shown, total, fresh, show } = queue
  const namesStatement = new Set(shown.map(({ statement }) => statement.id)).size > 1
  return (
    <section aria-labelledby={id}>
      <div className="sec">
        <h2 id={id}>{title}</h2>
        <span className="quiet">{total}</span>
        <FreshChip count={fresh} onShow={show} />
        {note && shown.length > 0 ? <span className="push small">{note}</span> : null}
      </div>
      {shown[0] && !namesStatement ? <PlanMarks plan={shown[0].statement} /> : null}
      {shown.length === 0 && fresh === 0 ? (
        empty
      ) : (
        <ol className="needs">
          {shown.slice(0, limit).map(item => (
            <ClaimLine key={item.claim.id} item={item} namesStatement={namesStatement} />
          ))}
        </ol>
      )}
      {total > limit ? rest : null}
    </section>
  )
}
