import { STATEMENT_FILTERS } from '@/lib/contracts/statements'
import type { StatementFilter } from './statement-filter'

const LABELS: Readonly<Record<StatementFilter['show'], string>> = {
  all: 'All',
  'needs-me': 'Needs you',
  'to-decide': 'To decide',
  'to-repair': 'To repair',
  mine: 'Mine',
  due: 'Due soon',
  published: 'Published',
}

const FOR_EDITORS: readonly StatementFilter['show'][] = ['to-decide', 'to-repair']

type Props = {
  show: StatementFilter['show']
  isEditor: boolean
  onShow: (show: StatementFilter['show']) => void
}

/** Which statements to show, one at a time. */
export function FilterChips({ show, isEditor, onShow }: Props) {
  const filters = STATEMENT_FILTERS.filter(filter => !FOR_EDITORS.includes(filter) || isEditor || show === filter)
  return (
    <fieldset className="chips">
      <legend className="vh">Show</legend>
      {filters.map(filter => (
        <button
          key={filter}
          type="button"
          className="chip"
          aria-pressed={show === filter}
          onClick={() => onShow(filter)}
        >
          {LABELS[filter]}
        </button>
      ))}
    </fieldset>
  )
}
