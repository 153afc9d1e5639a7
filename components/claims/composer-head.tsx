import type { Span } from '@/components/statement/span'
import { Shape } from '@/components/ui/shape'
import type { StatementDto } from '@/lib/contracts/statements'

type Props = { statement: Pick<StatementDto, 'language' | 'direction'>; span: Span; onCancel: () => void }

/** What a new claim is about, and the way out. */
export function ComposerHead({ statement, span, onCancel }: Props) {
  return (
    <header className="head">
      <div className="head-row">
        <h2 className="status">
          <b>New claim</b>
        </h2>
        <button
          type="button"
          className="btn btn-icon push"
          aria-label="Put away (Esc), the draft is kept"
          title="Put away (Esc)"
          onClick={onCancel}
        >
          <Shape name="close" />
        </button>
      </div>
      <blockquote className="quote" data-r="none" dir={statement.direction}>
        <p lang={statement.language}>“{span.exact}”</p>
      </blockquote>
    </header>
  )
}
