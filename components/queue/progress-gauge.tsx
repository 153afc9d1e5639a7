import { Shape, type ShapeName } from '@/components/ui/shape'
import type { StatementSummaryDto } from '@/lib/contracts/statements'

type Progress = StatementSummaryDto['progress']
type Standing = Exclude<keyof Progress, 'total'>

const STANDINGS: readonly { standing: Standing; shape: ShapeName }[] = [
  { standing: 'approved', shape: 'approved' },
  { standing: 'dismissed', shape: 'dismissed' },
  { standing: 'agreed', shape: 'agreed' },
  { standing: 'awaiting', shape: 'awaiting' },
  { standing: 'split', shape: 'split' },
  { standing: 'escalated', shape: 'escalated' },
  { standing: 'returned', shape: 'returned' },
]

/** How many of a statement's claims stand where: a bar, and the same in words. */
export function ProgressGauge({ progress }: { progress: Progress }) {
  if (progress.total === 0) {
    return (
      <div className="gauge">
        <p className="quiet">No claims yet</p>
      </div>
    )
  }
  const decided = progress.approved + progress.dismissed
  const open = progress.total - decided - progress.agreed
  return (
    <div className="gauge">
      <p>
        <b>
          {progress.approved} of {progress.total} approved
        </b>
      </p>
      <div className="progress" aria-hidden="true">
        {decided > 0 ? <i className="p-approved" style={{ flex: decided }} /> : null}
        {progress.agreed > 0 ? <i className="p-agreed" style={{ flex: progress.agreed }} /> : null}
        {open > 0 ? <i className="p-open" style={{ flex: open }} /> : null}
      </div>
      <ul className="tally">
        {STANDINGS.filter(({ standing }) => progress[standing] > 0).map(({ standing, shape }) => (
          <li key={standing}>
            <Shape name={shape} />
            {progress[standing]} {standing}
          </li>
        ))}
      </ul>
    </div>
  )
}
