import { Shape } from '@/components/ui/shape'
import type { StatementSummaryDto } from '@/lib/contracts/statements'
import { momentInWords } from '@/lib/domain/moment-words'
import { partialDateInWords } from '@/lib/domain/partial-date'
import './plan.css'

export type Planned = Pick<StatementSummaryDto, 'lead' | 'dueOn' | 'isOverdue' | 'embargoUntil' | 'isEmbargoed'>

/** Who leads the work, by when it is due and until when nothing goes out; nothing where none of it is planned. */
export function PlanMarks({ plan: { lead, dueOn, isOverdue, embargoUntil, isEmbargoed } }: { plan: Planned }) {
  if (!lead && !dueOn && !isEmbargoed) return null
  return (
    <span className="plan-marks">
      {lead ? (
        <span>
          Lead: <bdi>{lead.name}</bdi>
        </span>
      ) : null}
      {dueOn ? (
        isOverdue ? (
          <b>
            <Shape name="overdue" /> Overdue since {partialDateInWords(dueOn, 'short')}
          </b>
        ) : (
          <span>Due {partialDateInWords(dueOn, 'short')}</span>
        )
      ) : null}
      {isEmbargoed && embargoUntil ? (
        <b>
          <Shape name="embargo" /> Under embargo until {momentInWords(embargoUntil)}
        </b>
      ) : null}
    </span>
  )
}
